-- Kim has an account (7), ordered with it and as a guest, in both stores. Lee (8) differs by an accent. Staff (1) placed one
-- order for Kim's address.
SET sql_mode = '';
INSERT INTO wp_users (ID, user_login, user_pass, user_nicename, user_email, user_registered, display_name) VALUES
  (1, 'staff', 'x', 'staff', 'staff@shop.example', '2020-01-01', 'Lee Staff'),
  (7, 'kim', 'x', 'kim', 'Kim@Example.org', '2024-05-06 07:08:09', 'Kim Known'),
  (8, 'lee', 'x', 'lee', 'kím@example.org', '2024-05-07 07:08:09', 'Lee Other');
INSERT INTO wp_usermeta (user_id, meta_key, meta_value) VALUES
  (7, 'billing_city', 'Utrecht'), (7, 'shipping_city', 'Zeist'), (7, 'paying_customer', '1'), (7, 'first_name', 'Kim'),
  (8, 'billing_city', 'Lee');
INSERT INTO wp_wc_customer_lookup VALUES
  (70, 7, 'kim', 'Kim', 'Known', 'kim@example.org', '2025-01-01 00:00:00', '2024-05-06 07:08:09', 'NL', '3500 AA', 'Utrecht', ''),
  (71, NULL, '', 'Kim', 'Guest', 'kim@example.org', NULL, NULL, 'NL', '3500 AA', 'Utrecht', ''),
  (80, 8, 'lee', 'Lee', 'Other', 'kím@example.org', NULL, NULL, 'NL', '', '', '');
INSERT INTO wp_wc_orders (id, status, currency, type, tax_amount, total_amount, customer_id, billing_email, date_created_gmt,
  parent_order_id, payment_method, ip_address, customer_note) VALUES
  (101, 'wc-completed', 'EUR', 'shop_order', 2.1, 12.1, 7, 'kim@example.org', '2025-01-01 10:00:00', 0, 'bacs', '192.0.2.7', 'Ring twice'),
  (102, 'wc-completed', 'EUR', 'shop_order', 2.1, 12.1, 7, 'kim.work@example.org', '2025-01-02 10:00:00', 0, 'bacs', '192.0.2.7', ''),
  (103, 'wc-completed', 'EUR', 'shop_order', 2.1, 12.1, 0, 'KIM@example.org', '2025-01-03 10:00:00', 0, 'bacs', '192.0.2.8', ''),
  (104, 'wc-pending', 'EUR', 'shop_order', 2.1, 12.1, 1, 'kim@example.org', '2025-01-04 10:00:00', 0, 'bacs', '', ''),
  (105, 'wc-completed', 'EUR', 'shop_order_refund', 0, -5, 0, NULL, '2025-01-05 10:00:00', 101, '', '', ''),
  (201, 'wc-completed', 'EUR', 'shop_order', 2.1, 12.1, 8, 'kím@example.org', '2025-01-01 10:00:00', 0, 'bacs', '192.0.2.9', 'Lee'),
  (202, 'wc-completed', 'EUR', 'shop_order_refund', 0, -5, 0, NULL, '2025-01-05 10:00:00', 201, 'Lee', '', '');
INSERT INTO wp_wc_order_addresses (order_id, address_type, first_name, last_name, address_1, city, postcode, country, email) VALUES
  (101, 'billing', 'Kim', 'Known', 'Lane 7', 'Utrecht', '3500 AA', 'NL', 'kim@example.org'),
  (101, 'shipping', 'Robin', 'Known', 'Lane 9', 'Zeist', '3700 AA', 'NL', NULL),
  (103, 'billing', 'Kim', 'Known', 'Lane 7', 'Utrecht', '3500 AA', 'NL', 'kim@example.org'),
  (201, 'billing', 'Lee', 'Other', 'Road 8', 'Lee', '1000 AA', 'NL', 'kím@example.org');
INSERT INTO wp_wc_order_operational_data (order_id, created_via, order_key, date_paid_gmt) VALUES
  (101, 'checkout', 'wc_order_key', '2025-01-01 10:01:00'), (103, 'checkout', 'wc_order_key', NULL), (201, 'Lee', 'Lee', NULL);
INSERT INTO wp_wc_orders_meta (order_id, meta_key, meta_value) VALUES
  (101, '_wc_order_attribution_utm_source', 'newsletter'), (201, '_wc_order_attribution_utm_source', 'Lee');
INSERT INTO wp_woocommerce_order_items VALUES
  (1, 'Chair', 'line_item', 101), (2, 'Post', 'shipping', 101), (3, 'Table', 'line_item', 301), (4, 'Lee', 'line_item', 201);
INSERT INTO wp_woocommerce_order_itemmeta (order_item_id, meta_key, meta_value) VALUES
  (1, '_qty', '2'), (1, '_line_total', '10'), (3, '_qty', '1'), (4, '_qty', 'Lee');
INSERT INTO wp_comments (comment_ID, comment_post_ID, comment_author, comment_author_email, comment_author_IP,
  comment_date, comment_date_gmt, comment_content, comment_approved, comment_agent, comment_type, user_id) VALUES
  (11, 101, 'WooCommerce', 'woocommerce@shop.example', '', '2025-01-01', '2025-01-01 10:00:00', 'Paid', '1', 'WooCommerce', 'order_note', 0),
  (12, 101, 'staff', 'staff@shop.example', '', '2025-01-02', '2025-01-02 10:00:00', 'Sent', '1', 'WooCommerce', 'order_note', 1),
  (13, 201, 'staff', 'staff@shop.example', '', '2025-01-02', '2025-01-02 10:00:00', 'Lee', '1', 'WooCommerce', 'order_note', 1),
  (14, 500, 'Kim', 'kim@example.org', '192.0.2.7', '2025-01-03', '2025-01-03 10:00:00', 'Good chair', '1', 'Browser/1', 'review', 7),
  (15, 500, 'Kim', 'kim@example.org', '192.0.2.7', '2025-01-03', '2025-01-03 10:00:00', 'Bad chair', 'spam', 'Browser/1', 'review', 0),
  (16, 500, 'Lee', 'kím@example.org', '192.0.2.7', '2025-01-03', '2025-01-03 10:00:00', 'Lee chair', '1', 'Browser/1', 'review', 8);
INSERT INTO wp_commentmeta (comment_id, meta_key, meta_value) VALUES (12, 'is_customer_note', '1'), (14, 'rating', '5');
INSERT INTO wp_woocommerce_downloadable_product_permissions VALUES
  (41, 'd', 500, 101, 'wc_order_key', 'kim@example.org', 7, '', '2025-01-01', NULL, 1),
  (42, 'd', 500, 201, 'Lee', 'kím@example.org', 8, '', '2025-01-01', NULL, 1);
INSERT INTO wp_wc_download_log VALUES (1, '2025-01-01 11:00:00', 41, 7, '192.0.2.7'), (2, '2025-01-01 11:00:00', 42, 8, 'Lee');
INSERT INTO wp_woocommerce_sessions VALUES
  (1, '7', 'a:1:{s:4:"cart";s:0:"";}', 1767225600), (2, '8', 'Lee', 1767225600), (3, '77', 'Lee', 1767225600);
INSERT INTO wp_woocommerce_payment_tokens VALUES (51, 'stripe', 'pm_1', 7, 'CC', 1), (52, 'stripe', 'Lee', 8, 'CC', 1);
INSERT INTO wp_woocommerce_payment_tokenmeta (payment_token_id, meta_key, meta_value) VALUES
  (51, 'last4', '4242'), (51, 'expiry_year', '2030'), (52, 'last4', 'Lee');
INSERT INTO wp_posts (ID, post_author, post_date, post_date_gmt, post_content, post_title, post_excerpt, post_status,
  post_modified, post_modified_gmt, post_parent, post_type) VALUES
  (101, 1, '2025-01-01', '2025-01-01 10:00:00', '', '', '', 'wc-completed', '2025-01-01', '2025-01-01', 0, 'shop_order_placehold'),
  (301, 1, '2021-01-01', '2021-01-01 10:00:00', '', 'Order', 'Leave it', 'wc-completed', '2021-01-01', '2021-01-01', 0, 'shop_order'),
  (302, 1, '2021-01-02', '2021-01-02 10:00:00', '', 'Order', '', 'wc-completed', '2021-01-02', '2021-01-02', 0, 'shop_order'),
  (303, 1, '2021-01-03', '2021-01-03 10:00:00', '', 'Refund', 'Broken', 'wc-completed', '2021-01-03', '2021-01-03', 301, 'shop_order_refund'),
  (304, 1, '2021-01-04', '2021-01-04 10:00:00', '', 'Order', 'Lee', 'wc-completed', '2021-01-04', '2021-01-04', 0, 'shop_order');
INSERT INTO wp_postmeta (post_id, meta_key, meta_value) VALUES
  (301, '_customer_user', '7'), (301, '_billing_email', 'kim@example.org'), (301, '_billing_address_1', 'Lane 7'),
  (301, '_order_key', 'wc_order_key'), (302, '_customer_user', '0'), (302, '_billing_email', 'Kim@example.org'),
  (303, '_refund_amount', '5.00'), (304, '_customer_user', '8'), (304, '_billing_email', 'kím@example.org'), (304, '_billing_city', 'Lee');
