-- The tables of PrestaShop that the exporter asks, with the columns that matter to it.
SET NAMES utf8mb4;
CREATE TABLE ps_customer (
  id_customer INT UNSIGNED AUTO_INCREMENT PRIMARY KEY, id_gender INT UNSIGNED NOT NULL DEFAULT 0, company VARCHAR(255),
  siret VARCHAR(14), firstname VARCHAR(255) NOT NULL, lastname VARCHAR(255) NOT NULL, email VARCHAR(255) NOT NULL,
  passwd VARCHAR(255) NOT NULL DEFAULT '', birthday DATE, newsletter TINYINT(1) UNSIGNED NOT NULL DEFAULT 0,
  ip_registration_newsletter VARCHAR(15), newsletter_date_add DATETIME, optin TINYINT(1) UNSIGNED NOT NULL DEFAULT 0,
  website VARCHAR(128), secure_key VARCHAR(32) NOT NULL DEFAULT '-1', note TEXT, active TINYINT(1) UNSIGNED NOT NULL DEFAULT 1,
  is_guest TINYINT(1) NOT NULL DEFAULT 0, deleted TINYINT(1) NOT NULL DEFAULT 0, date_add DATETIME NOT NULL,
  date_upd DATETIME NOT NULL, KEY customer_email (email)
) ENGINE=InnoDB COLLATE utf8mb4_general_ci;
CREATE TABLE ps_country (id_country INT UNSIGNED PRIMARY KEY, iso_code VARCHAR(3) NOT NULL);
CREATE TABLE ps_currency (id_currency INT UNSIGNED PRIMARY KEY, iso_code VARCHAR(3) NOT NULL);
CREATE TABLE ps_address (
  id_address INT UNSIGNED AUTO_INCREMENT PRIMARY KEY, id_country INT UNSIGNED NOT NULL DEFAULT 1, id_customer INT UNSIGNED NOT NULL,
  alias VARCHAR(32) NOT NULL DEFAULT '', company VARCHAR(255), lastname VARCHAR(255) NOT NULL, firstname VARCHAR(255) NOT NULL,
  address1 VARCHAR(128) NOT NULL, address2 VARCHAR(128), postcode VARCHAR(12), city VARCHAR(64) NOT NULL, other TEXT,
  phone VARCHAR(32), phone_mobile VARCHAR(32), vat_number VARCHAR(32), dni VARCHAR(16), date_add DATETIME NOT NULL,
  date_upd DATETIME NOT NULL, deleted TINYINT(1) UNSIGNED NOT NULL DEFAULT 0, KEY address_customer (id_customer)
) ENGINE=InnoDB COLLATE utf8mb4_general_ci;
CREATE TABLE ps_customer_group (id_customer INT UNSIGNED NOT NULL, id_group INT UNSIGNED NOT NULL, PRIMARY KEY (id_customer, id_group));
CREATE TABLE ps_group_lang (id_group INT UNSIGNED NOT NULL, id_lang INT UNSIGNED NOT NULL, name VARCHAR(32) NOT NULL, PRIMARY KEY (id_group, id_lang));
CREATE TABLE ps_orders (
  id_order INT UNSIGNED AUTO_INCREMENT PRIMARY KEY, reference VARCHAR(255), id_customer INT UNSIGNED NOT NULL,
  id_currency INT UNSIGNED NOT NULL DEFAULT 1, id_address_delivery INT UNSIGNED NOT NULL DEFAULT 0,
  id_address_invoice INT UNSIGNED NOT NULL DEFAULT 0, current_state INT UNSIGNED NOT NULL, secure_key VARCHAR(32) NOT NULL DEFAULT '',
  payment VARCHAR(255) NOT NULL, gift_message TEXT, total_discounts DECIMAL(20,6) NOT NULL DEFAULT 0,
  total_paid DECIMAL(20,6) NOT NULL DEFAULT 0, total_paid_real DECIMAL(20,6) NOT NULL DEFAULT 0,
  total_products_wt DECIMAL(20,6) NOT NULL DEFAULT 0, total_shipping DECIMAL(20,6) NOT NULL DEFAULT 0,
  invoice_number INT UNSIGNED NOT NULL DEFAULT 0, date_add DATETIME NOT NULL, KEY id_customer (id_customer)
) ENGINE=InnoDB COLLATE utf8mb4_general_ci;
CREATE TABLE ps_order_state_lang (id_order_state INT UNSIGNED NOT NULL, id_lang INT UNSIGNED NOT NULL, name VARCHAR(64) NOT NULL, PRIMARY KEY (id_order_state, id_lang));
CREATE TABLE ps_order_detail (
  id_order_detail INT UNSIGNED AUTO_INCREMENT PRIMARY KEY, id_order INT UNSIGNED NOT NULL, product_reference VARCHAR(64),
  product_name TEXT NOT NULL, product_quantity INT UNSIGNED NOT NULL DEFAULT 0,
  unit_price_tax_incl DECIMAL(20,6) NOT NULL DEFAULT 0, total_price_tax_incl DECIMAL(20,6) NOT NULL DEFAULT 0, KEY id_order (id_order)
) ENGINE=InnoDB COLLATE utf8mb4_general_ci;
CREATE TABLE ps_order_history (
  id_order_history INT UNSIGNED AUTO_INCREMENT PRIMARY KEY, id_employee INT UNSIGNED NOT NULL DEFAULT 0, id_order INT UNSIGNED NOT NULL,
  id_order_state INT UNSIGNED NOT NULL, date_add DATETIME NOT NULL, KEY id_order (id_order)
) ENGINE=InnoDB;
CREATE TABLE ps_order_payment (
  id_order_payment INT AUTO_INCREMENT PRIMARY KEY, order_reference VARCHAR(255), amount DECIMAL(20,6) NOT NULL,
  payment_method VARCHAR(255) NOT NULL, transaction_id VARCHAR(254), card_number VARCHAR(254), card_brand VARCHAR(254),
  card_holder VARCHAR(254), date_add DATETIME NOT NULL, KEY order_reference (order_reference)
) ENGINE=InnoDB COLLATE utf8mb4_general_ci;
CREATE TABLE ps_cart (
  id_cart INT UNSIGNED AUTO_INCREMENT PRIMARY KEY, id_customer INT UNSIGNED NOT NULL, gift_message TEXT,
  secure_key VARCHAR(32) NOT NULL DEFAULT '', date_add DATETIME NOT NULL, date_upd DATETIME NOT NULL, KEY id_customer (id_customer)
) ENGINE=InnoDB COLLATE utf8mb4_general_ci;
CREATE TABLE ps_cart_product (
  id_cart INT UNSIGNED NOT NULL, id_product INT UNSIGNED NOT NULL, id_product_attribute INT UNSIGNED NOT NULL DEFAULT 0,
  quantity INT UNSIGNED NOT NULL DEFAULT 0, date_add DATETIME NOT NULL, PRIMARY KEY (id_cart, id_product, id_product_attribute)
) ENGINE=InnoDB;
CREATE TABLE ps_product_lang (id_product INT UNSIGNED NOT NULL, id_lang INT UNSIGNED NOT NULL, name VARCHAR(128) NOT NULL, PRIMARY KEY (id_product, id_lang));
CREATE TABLE ps_customer_thread (
  id_customer_thread INT UNSIGNED AUTO_INCREMENT PRIMARY KEY, id_customer INT UNSIGNED, id_order INT UNSIGNED, id_product INT UNSIGNED,
  status VARCHAR(12) NOT NULL DEFAULT 'open', email VARCHAR(255) NOT NULL, token VARCHAR(12), date_add DATETIME NOT NULL,
  date_upd DATETIME NOT NULL, KEY id_customer (id_customer)
) ENGINE=InnoDB COLLATE utf8mb4_general_ci;
CREATE TABLE ps_employee (id_employee INT UNSIGNED PRIMARY KEY, firstname VARCHAR(255) NOT NULL, lastname VARCHAR(255) NOT NULL);
CREATE TABLE ps_customer_message (
  id_customer_message INT UNSIGNED AUTO_INCREMENT PRIMARY KEY, id_customer_thread INT, id_employee INT UNSIGNED,
  message MEDIUMTEXT NOT NULL, file_name VARCHAR(18), ip_address VARCHAR(16), user_agent VARCHAR(128), date_add DATETIME NOT NULL,
  private TINYINT NOT NULL DEFAULT 0, KEY id_customer_thread (id_customer_thread)
) ENGINE=InnoDB COLLATE utf8mb4_general_ci;
CREATE TABLE ps_guest (id_guest INT UNSIGNED PRIMARY KEY, id_customer INT UNSIGNED, accept_language VARCHAR(8), KEY id_customer (id_customer));
CREATE TABLE ps_connections (
  id_connections INT UNSIGNED AUTO_INCREMENT PRIMARY KEY, id_guest INT UNSIGNED NOT NULL, ip_address BIGINT,
  date_add DATETIME NOT NULL, http_referer VARCHAR(255), KEY id_guest (id_guest)
) ENGINE=InnoDB COLLATE utf8mb4_general_ci;
CREATE TABLE ps_cart_rule (
  id_cart_rule INT UNSIGNED AUTO_INCREMENT PRIMARY KEY, id_customer INT UNSIGNED NOT NULL DEFAULT 0, code VARCHAR(254) NOT NULL,
  description TEXT, date_from DATETIME NOT NULL, date_to DATETIME NOT NULL, quantity INT UNSIGNED NOT NULL DEFAULT 0,
  reduction_percent DECIMAL(5,2) NOT NULL DEFAULT 0, reduction_amount DECIMAL(17,2) NOT NULL DEFAULT 0, KEY id_customer (id_customer)
) ENGINE=InnoDB COLLATE utf8mb4_general_ci;
CREATE TABLE ps_product_comment (
  id_product_comment INT UNSIGNED AUTO_INCREMENT PRIMARY KEY, id_product INT UNSIGNED NOT NULL, id_customer INT UNSIGNED NOT NULL,
  customer_name VARCHAR(64), title VARCHAR(64), content TEXT NOT NULL, grade FLOAT UNSIGNED NOT NULL, validate TINYINT(1) NOT NULL,
  deleted TINYINT(1) NOT NULL DEFAULT 0, date_add DATETIME NOT NULL, KEY id_customer (id_customer)
) ENGINE=InnoDB COLLATE utf8mb4_general_ci;
CREATE TABLE ps_emailsubscription (
  id INT AUTO_INCREMENT PRIMARY KEY, email VARCHAR(255) NOT NULL, newsletter_date_add DATETIME,
  ip_registration_newsletter VARCHAR(15) NOT NULL, http_referer VARCHAR(255), active TINYINT(1) NOT NULL DEFAULT 0
) ENGINE=InnoDB COLLATE utf8mb4_general_ci;
CREATE TABLE ps_mail (
  id_mail INT UNSIGNED AUTO_INCREMENT PRIMARY KEY, recipient VARCHAR(255) NOT NULL, template VARCHAR(62) NOT NULL,
  subject VARCHAR(255) NOT NULL, date_add TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, KEY recipient (recipient(10))
) ENGINE=InnoDB COLLATE utf8mb4_general_ci;
