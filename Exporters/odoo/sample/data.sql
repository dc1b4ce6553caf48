-- Kim (7) works for a company (3), has an address for invoices (71) and an old entry that is not in use. Lee (8) has an address that
-- is longer. Partner, order, invoice, lead and applicant 7 and 8 have the same numbers on purpose.
INSERT INTO res_country VALUES (1, 'NL');
INSERT INTO res_currency VALUES (1, 'EUR');
INSERT INTO res_partner (id, parent_id, name, type, is_company, street, zip, city, country_id, email, email_normalized, phone, comment, active, create_date) VALUES
  (3, NULL, 'Works Ltd', 'contact', true, 'Road 3', '1000 AA', 'Town', 1, 'info@works.example', 'info@works.example', NULL, 'Lee sold it', true, '2024-01-01 10:00:00'),
  (7, 3, 'Kim Known', 'contact', false, 'Lane 7', '3500 AA', 'Utrecht', 1, 'Kim Known <Kim@Example.org>', 'kim@example.org', '+31 6 7', 'Likes tea', true, '2024-01-02 10:00:00'),
  (71, 7, 'Kim at home', 'invoice', false, 'Lane 9', '3700 AA', 'Zeist', 1, NULL, NULL, NULL, NULL, true, '2024-01-03 10:00:00'),
  (70, NULL, 'Kim K.', 'contact', false, NULL, NULL, NULL, NULL, 'kim@example.org', 'kim@example.org', NULL, NULL, false, '2020-01-02 10:00:00'),
  (8, 3, 'Lee Other', 'contact', false, 'Lane 8', '3500 AA', 'Utrecht', 1, 'kim@example.organic', 'kim@example.organic', NULL, NULL, true, '2024-01-02 10:00:00'),
  (81, 8, 'Lee at home', 'delivery', false, NULL, NULL, NULL, 1, NULL, NULL, NULL, NULL, true, '2024-01-02 10:00:00');
INSERT INTO res_users VALUES
  (17, 7, 'kim', true, true, '<p>Kim</p>', '2024-01-02 10:00:00', 'hash', 'key'),
  (18, 8, 'lee', true, true, 'Lee', '2024-01-02 10:00:00', 'hash', NULL);
INSERT INTO res_users_log VALUES (1, 17, '2024-02-01 10:00:00'), (2, 17, '2024-02-02 10:00:00'), (3, 18, '2024-02-03 10:00:00');
INSERT INTO res_partner_bank VALUES (1, 7, 'Kim Known', 'NL00BANK0123456789', true), (2, 8, 'Lee', 'NL00BANK9876543210', true);
INSERT INTO sale_order (id, name, partner_id, partner_invoice_id, partner_shipping_id, state, date_order, amount_total, currency_id, access_token) VALUES
  (7, 'S007', 7, 71, 7, 'sale', '2024-03-01 10:00:00', 12.10, 1, 'token'), (9, 'S009', 70, 70, 71, 'draft', '2024-03-02 10:00:00', 5, 1, NULL),
  (8, 'S008 Lee', 8, 8, 81, 'sale', '2024-03-03 10:00:00', 99, 1, NULL);
INSERT INTO sale_order_line VALUES (1, 7, 'Chair', 2, 5, 12.1), (2, 9, 'Table', 1, 5, 5), (3, 8, 'Lee', 1, 99, 99);
INSERT INTO account_move (id, name, partner_id, move_type, state, date, invoice_date, invoice_date_due, amount_total, amount_residual, currency_id, payment_state, access_token) VALUES
  (7, 'INV/7', 71, 'out_invoice', 'posted', '2024-03-05', '2024-03-05', '2024-04-05', 12.10, 0, 1, 'paid', 'token'),
  (8, 'INV/8 Lee', 8, 'out_invoice', 'posted', '2024-03-05', '2024-03-05', '2024-04-05', 99, 99, 1, 'not_paid', NULL);
INSERT INTO account_move_line VALUES
  (1, 7, 'Chair', 2, 5, 12.1, 'product'), (2, 7, 'Sum', 1, 0, 0, 'payment_term'), (3, 8, 'Lee', 1, 99, 99, 'product');
INSERT INTO account_payment VALUES (1, 7, 'inbound', 12.10, 1, '2024-03-06 10:00:00'), (2, 8, 'inbound', 99, 1, '2024-03-06 10:00:00');
INSERT INTO crm_stage VALUES (1, '{"en_US": "New"}');
INSERT INTO crm_lead (id, name, partner_id, contact_name, email_from, type, active, probability, expected_revenue, stage_id, create_date) VALUES
  (5, 'Chairs', NULL, 'Kim', '"Known, Kim" <kim@example.org>', 'lead', true, 10, 100, 1, '2024-04-01 10:00:00'),
  (6, 'Tables', 7, 'Kim', 'kim@example.org', 'opportunity', false, 0, 100, 1, '2024-04-02 10:00:00'),
  (8, 'Lee', 8, 'Lee', 'kim@example.organic', 'lead', true, 10, 100, 1, '2024-04-01 10:00:00');
INSERT INTO hr_job VALUES (1, '{"en_US": "Carpenter"}');
INSERT INTO hr_recruitment_stage VALUES (1, '{"en_US": "First talk"}');
INSERT INTO hr_applicant (id, partner_name, email_from, job_id, stage_id, salary_expected, availability, description, priority, active, create_date) VALUES
  (7, 'Kim Known', 'Kim@example.org', 1, 1, 3000, '2025-01-01', 'Good', '2', true, '2024-05-01 10:00:00'),
  (8, 'Lee', 'kim@example.organic', 1, 1, 3000, '2025-01-01', 'Lee', '2', true, '2024-05-01 10:00:00');
INSERT INTO mail_message VALUES
  (1, 7, '"Kim" <kim@example.org>', '2024-06-01 10:00:00', 'email', 'Question', '<p>When?</p>', 'sale.order', 7, false),
  (2, 5, 'staff@shop.example', '2024-06-02 10:00:00', 'comment', NULL, '<p>Soon</p>', 'sale.order', 7, false),
  (3, 5, 'staff@shop.example', '2024-06-03 10:00:00', 'comment', NULL, '<p>Difficult</p>', 'res.partner', 7, true),
  (4, NULL, 'Kim <kim@example.org>', '2024-06-04 10:00:00', 'email', 'Hello', '<p>Hi</p>', NULL, NULL, false),
  (5, 8, 'kim@example.organic', '2024-06-05 10:00:00', 'email', 'Lee', '<p>Lee</p>', 'sale.order', 8, false),
  (6, 5, 'staff@shop.example', '2024-06-06 10:00:00', 'comment', NULL, '<p>Lee</p>', 'hr.applicant', 8, true),
  (7, NULL, 'Lee <kim@example.organic>', '2024-06-07 10:00:00', 'email', 'Lee', '<p>Lee</p>', NULL, NULL, false);
INSERT INTO ir_attachment VALUES
  (1, 'hr.applicant', 7, NULL, 'cv.pdf', 'application/pdf', 1000, '2024-05-01 10:00:00'),
  (2, 'res.partner', 7, 'image_1920', 'image', 'image/png', 1000, '2024-05-01 10:00:00'),
  (3, 'hr.applicant', 8, NULL, 'Lee.pdf', 'application/pdf', 1000, '2024-05-01 10:00:00'), (4, 'crm.lead', 7, NULL, 'Lee.pdf', 'application/pdf', 1000, NULL);
INSERT INTO mailing_contact VALUES (1, 'Kim', 'kim@example.org', NULL, '2024-01-01 10:00:00'), (2, 'Lee', 'kim@example.organic', NULL, '2024-01-01 10:00:00');
INSERT INTO mailing_list VALUES (1, 'News');
INSERT INTO mailing_subscription VALUES (1, 1, 1, false), (2, 2, 1, false);
INSERT INTO mail_blacklist VALUES (1, 'kim@example.org', true, '2024-01-01 10:00:00'), (2, 'kim@example.organic', true, '2024-01-01 10:00:00');
