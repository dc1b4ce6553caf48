-- The tables of Odoo that the exporter asks, with the columns that matter to it.
CREATE TABLE res_country (id INT PRIMARY KEY, code VARCHAR(2));
CREATE TABLE res_currency (id INT PRIMARY KEY, name VARCHAR);
CREATE TABLE res_partner (
  id INT PRIMARY KEY, parent_id INT, name VARCHAR, function VARCHAR, ref VARCHAR, type VARCHAR, is_company BOOLEAN,
  vat VARCHAR, website VARCHAR, lang VARCHAR, tz VARCHAR, street VARCHAR, street2 VARCHAR, zip VARCHAR, city VARCHAR,
  country_id INT, email VARCHAR, email_normalized VARCHAR, phone VARCHAR, mobile VARCHAR, comment TEXT, active BOOLEAN,
  create_date TIMESTAMP
);
CREATE TABLE res_users (
  id INT PRIMARY KEY, partner_id INT NOT NULL, login VARCHAR NOT NULL, active BOOLEAN, share BOOLEAN, signature TEXT,
  create_date TIMESTAMP, password VARCHAR, totp_secret VARCHAR
);
CREATE TABLE res_users_log (id INT PRIMARY KEY, create_uid INT, create_date TIMESTAMP);
CREATE TABLE res_partner_bank (id INT PRIMARY KEY, partner_id INT NOT NULL, acc_holder_name VARCHAR, acc_number VARCHAR NOT NULL, active BOOLEAN);
CREATE TABLE sale_order (
  id INT PRIMARY KEY, name VARCHAR NOT NULL, partner_id INT NOT NULL, partner_invoice_id INT NOT NULL,
  partner_shipping_id INT NOT NULL, state VARCHAR, date_order TIMESTAMP, client_order_ref VARCHAR, note TEXT,
  amount_untaxed NUMERIC, amount_tax NUMERIC, amount_total NUMERIC, currency_id INT, signed_by VARCHAR, signed_on TIMESTAMP,
  access_token VARCHAR
);
CREATE TABLE sale_order_line (id INT PRIMARY KEY, order_id INT NOT NULL, name TEXT, product_uom_qty NUMERIC, price_unit NUMERIC, price_total NUMERIC);
CREATE TABLE account_move (
  id INT PRIMARY KEY, name VARCHAR, partner_id INT, move_type VARCHAR NOT NULL, state VARCHAR NOT NULL, date DATE NOT NULL,
  invoice_date DATE, invoice_date_due DATE, ref VARCHAR, amount_untaxed NUMERIC, amount_tax NUMERIC, amount_total NUMERIC,
  amount_residual NUMERIC, currency_id INT, payment_state VARCHAR, narration TEXT, access_token VARCHAR
);
CREATE TABLE account_move_line (
  id INT PRIMARY KEY, move_id INT NOT NULL, name VARCHAR, quantity NUMERIC, price_unit NUMERIC, price_total NUMERIC,
  display_type VARCHAR
);
CREATE TABLE account_payment (id INT PRIMARY KEY, partner_id INT, payment_type VARCHAR, amount NUMERIC, currency_id INT, create_date TIMESTAMP);
CREATE TABLE crm_stage (id INT PRIMARY KEY, name JSONB);
CREATE TABLE crm_lead (
  id INT PRIMARY KEY, name VARCHAR, partner_id INT, contact_name VARCHAR, partner_name VARCHAR, email_from VARCHAR,
  phone VARCHAR, mobile VARCHAR, street VARCHAR, zip VARCHAR, city VARCHAR, description TEXT, type VARCHAR, active BOOLEAN,
  probability DOUBLE PRECISION, expected_revenue NUMERIC, stage_id INT, create_date TIMESTAMP
);
CREATE TABLE hr_job (id INT PRIMARY KEY, name JSONB);
CREATE TABLE hr_recruitment_stage (id INT PRIMARY KEY, name JSONB);
CREATE TABLE hr_applicant (
  id INT PRIMARY KEY, partner_name VARCHAR, email_from VARCHAR, partner_phone VARCHAR, partner_mobile VARCHAR,
  linkedin_profile VARCHAR, job_id INT, stage_id INT, salary_expected DOUBLE PRECISION, availability DATE, description TEXT,
  priority VARCHAR, active BOOLEAN, create_date TIMESTAMP, date_closed TIMESTAMP
);
CREATE TABLE mail_message (
  id INT PRIMARY KEY, author_id INT, email_from VARCHAR, date TIMESTAMP, message_type VARCHAR NOT NULL, subject VARCHAR,
  body TEXT, model VARCHAR, res_id INT, is_internal BOOLEAN
);
CREATE TABLE ir_attachment (
  id INT PRIMARY KEY, res_model VARCHAR, res_id INT, res_field VARCHAR, name VARCHAR NOT NULL, mimetype VARCHAR, file_size INT,
  create_date TIMESTAMP
);
CREATE TABLE mailing_contact (id INT PRIMARY KEY, name VARCHAR, email VARCHAR, company_name VARCHAR, create_date TIMESTAMP);
CREATE TABLE mailing_list (id INT PRIMARY KEY, name VARCHAR);
CREATE TABLE mailing_subscription (id INT PRIMARY KEY, contact_id INT, list_id INT, opt_out BOOLEAN);
CREATE TABLE mail_blacklist (id INT PRIMARY KEY, email VARCHAR NOT NULL, active BOOLEAN, create_date TIMESTAMP);
