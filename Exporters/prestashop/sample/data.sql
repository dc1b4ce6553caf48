-- Kim has an account (7) and was a guest once (70); Lee's address (8) differs by an accent, which the collation takes for the same.
SET sql_mode = '';
INSERT INTO ps_country VALUES (1, 'NL');
INSERT INTO ps_currency VALUES (1, 'EUR');
INSERT INTO ps_customer (id_customer, id_gender, firstname, lastname, email, passwd, birthday, newsletter, is_guest, secure_key, note, date_add, date_upd) VALUES
  (7, 2, 'Kim', 'Known', 'Kim@example.org', 'hash', '1990-02-03', 1, 0, 'key', 'Likes tea', '2024-01-02 10:00:00', '2024-01-02 10:00:00'),
  (70, 0, 'Kim', 'Guest', 'kim@example.org', 'hash', '0000-00-00', 0, 1, 'key', NULL, '2023-01-02 10:00:00', '2023-01-02 10:00:00'),
  (8, 1, 'Lee', 'Other', 'kím@example.org', 'hash', NULL, 0, 0, 'key', NULL, '2024-01-02 10:00:00', '2024-01-02 10:00:00');
INSERT INTO ps_address (id_customer, alias, lastname, firstname, address1, postcode, city, deleted, date_add, date_upd) VALUES
  (7, 'Home', 'Known', 'Kim', 'Lane 7', '3500 AA', 'Utrecht', 0, '2024-01-02', '2024-01-02'),
  (7, 'Old', 'Known', 'Kim', 'Lane 6', '3500 AB', 'Utrecht', 1, '2023-01-02', '2023-01-02'),
  (70, 'Home', 'Guest', 'Kim', 'Lane 7', '3500 AA', 'Utrecht', 0, '2023-01-02', '2023-01-02'),
  (8, 'Home', 'Other', 'Lee', 'Lane 8', '3500 AA', 'Lee', 0, '2024-01-02', '2024-01-02');
INSERT INTO ps_group_lang VALUES (3, 1, 'Customers'), (3, 2, 'Klanten'), (4, 1, 'Lee');
INSERT INTO ps_customer_group VALUES (7, 3), (8, 4);
INSERT INTO ps_orders (id_order, reference, id_customer, current_state, payment, total_paid, total_paid_real, invoice_number, secure_key, date_add) VALUES
  (17, 'ABCDEFGHI', 7, 2, 'Bank', 12.10, 12.10, 1, 'key', '2024-02-01 10:00:00'), (18, 'JKLMNOPQR', 70, 2, 'Card', 5, 5, 2, 'key', '2023-02-01 10:00:00'),
  (19, 'abcdefghi', 8, 2, 'Lee', 99, 99, 3, 'key', '2024-02-01 10:00:00');
INSERT INTO ps_order_state_lang VALUES (2, 1, 'Payment accepted'), (2, 2, 'Betaald');
INSERT INTO ps_order_detail (id_order, product_reference, product_name, product_quantity) VALUES (17, 'C1', 'Chair', 2), (18, 'T1', 'Table', 1), (19, 'L1', 'Lee', 1);
INSERT INTO ps_order_history (id_order, id_order_state, date_add) VALUES (17, 2, '2024-02-01 10:05:00'), (19, 2, '2024-02-01 10:05:00');
INSERT INTO ps_order_payment (order_reference, amount, payment_method, card_number, card_holder, date_add) VALUES
  ('ABCDEFGHI', 12.10, 'Bank', NULL, NULL, '2024-02-01 10:04:00'), ('JKLMNOPQR', 5, 'Card', '************4242', 'K KNOWN', '2023-02-01 10:04:00'),
  ('abcdefghi', 99, 'Lee', NULL, 'Lee', '2024-02-01 10:04:00');
INSERT INTO ps_cart (id_cart, id_customer, gift_message, secure_key, date_add, date_upd) VALUES
  (27, 7, '', 'key', '2024-02-01 09:00:00', '2024-02-01 10:00:00'), (28, 8, 'Lee', 'key', '2024-02-01 09:00:00', '2024-02-01 10:00:00');
INSERT INTO ps_cart_product VALUES (27, 1, 0, 2, '2024-02-01 09:00:00'), (27, 2, 0, 1, '2024-02-01 09:00:00'), (28, 3, 0, 1, '2024-02-01 09:00:00');
INSERT INTO ps_product_lang VALUES (1, 1, 'Chair'), (2, 1, 'Table'), (3, 1, 'Lee');
INSERT INTO ps_customer_thread (id_customer_thread, id_customer, id_order, status, email, token, date_add, date_upd) VALUES
  (37, 7, 17, 'open', 'kim@example.org', 'token', '2024-03-01', '2024-03-01'), (38, 0, 0, 'closed', 'KIM@example.org', 'token', '2022-03-01', '2022-03-01'),
  (39, 8, 19, 'open', 'kím@example.org', 'Lee', '2024-03-01', '2024-03-01');
INSERT INTO ps_employee VALUES (1, 'Sam', 'Staff');
INSERT INTO ps_customer_message (id_customer_thread, id_employee, message, ip_address, user_agent, date_add, private) VALUES
  (37, 0, 'Where is it?', '3221225991', 'Browser/1', '2024-03-01 10:00:00', 0), (37, 1, 'On its way', '', '', '2024-03-01 11:00:00', 0),
  (37, 1, 'Asks often', '', '', '2024-03-01 12:00:00', 1), (38, 0, 'Hello', '3221225991', 'Browser/1', '2022-03-01 10:00:00', 0),
  (39, 0, 'Lee', '', '', '2024-03-01 10:00:00', 0);
INSERT INTO ps_guest VALUES (47, 7, 'nl'), (48, 8, 'Lee'), (49, 0, 'en');
INSERT INTO ps_connections (id_guest, ip_address, date_add, http_referer) VALUES
  (47, 3221225991, '2024-02-01 09:00:00', 'https://search.example'), (48, 3221225992, '2024-02-01 09:00:00', 'Lee'), (49, 3221225993, '2024-02-01 09:00:00', '');
INSERT INTO ps_cart_rule (id_customer, code, description, date_from, date_to, quantity) VALUES
  (7, 'SORRY', 'Was late', '2024-01-01', '2025-01-01', 1), (8, 'LEE', 'Lee', '2024-01-01', '2025-01-01', 1), (0, 'ALL', 'Lee too', '2024-01-01', '2025-01-01', 1);
INSERT INTO ps_product_comment (id_product, id_customer, customer_name, title, content, grade, validate, date_add) VALUES
  (1, 7, 'Kim K.', 'Good', 'A good chair', 5, 1, '2024-04-01'), (1, 8, 'Lee', 'Lee', 'Lee', 1, 1, '2024-04-01');
INSERT INTO ps_emailsubscription (email, newsletter_date_add, ip_registration_newsletter, active) VALUES
  ('kim@example.org', '2022-01-01', '192.0.2.7', 1), ('kím@example.org', '2022-01-01', 'Lee', 1);
INSERT INTO ps_mail (recipient, template, subject, date_add) VALUES
  ('kim@example.org', 'order_conf', '[Shop] Order', '2024-02-01 10:05:00'), ('kím@example.org', 'order_conf', 'Lee', '2024-02-01 10:05:00');
