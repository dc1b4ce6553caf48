-- Kim has an account and wrote under two addresses; Lee's address differs from Kim's by an accent, which WordPress's
-- own collation takes for the same; Noa only commented.
SET sql_mode = '';
INSERT INTO wp_users VALUES
  (7, 'kim', '$P$Bhash', 'kim', 'Kim@Example.org', 'https://kim.example', '2024-05-06 07:08:09', '', 0, 'Kim Known'),
  (8, 'lee', '$P$Bhash', 'lee', 'kím@example.org', '', '2024-05-07 07:08:09', '', 0, 'Lee Other'),
  (9, 'ann', '$P$Bhash', 'ann', 'kim@example.organic', '', '2024-05-08 07:08:09', '', 0, 'Lee Longer');
INSERT INTO wp_usermeta (user_id, meta_key, meta_value) VALUES
  (7, 'first_name', 'Kim'), (7, 'last_name', 'Known'), (7, 'wp_capabilities', 'a:1:{s:10:"subscriber";b:1;}'),
  (7, 'session_tokens', 'a:1:{s:64:"00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";a:4:{s:10:"expiration";i:1767225600;s:2:"ip";s:9:"192.0.2.7";s:2:"ua";s:9:"Browser/1";s:5:"login";i:1767052800;}}'),
  (7, '_application_passwords', 'a:1:{i:0;a:1:{s:8:"password";s:4:"hash";}}'),
  (8, 'first_name', 'Lee'), (8, 'session_tokens', 'Lee'), (8, '_application_passwords', 'Lee');
INSERT INTO wp_posts (ID, post_author, post_date, post_date_gmt, post_content, post_title, post_excerpt, post_status,
  post_name, post_modified, post_modified_gmt, guid, post_type, post_mime_type) VALUES
  (1, 7, '2024-06-01 10:00:00', '2024-06-01 08:00:00', 'Hello', 'First', '', 'publish', 'first', '2024-06-01 10:00:00', '2024-06-01 08:00:00', 'https://shop.example/?p=1', 'post', ''),
  (2, 7, '2024-06-02 10:00:00', '0000-00-00 00:00:00', 'Not yet', 'Draft', '', 'draft', '', '2024-06-02 10:00:00', '0000-00-00 00:00:00', 'https://shop.example/?p=2', 'post', ''),
  (3, 7, '2024-06-03 10:00:00', '2024-06-03 08:00:00', '', 'Portrait', 'Me', 'inherit', 'portrait', '2024-06-03 10:00:00', '2024-06-03 08:00:00', 'https://shop.example/portrait.jpg', 'attachment', 'image/jpeg'),
  (4, 8, '2024-06-04 10:00:00', '2024-06-04 08:00:00', 'Lee wrote', 'Lee', '', 'publish', 'lee', '2024-06-04 10:00:00', '2024-06-04 08:00:00', 'https://shop.example/?p=4', 'post', ''),
  (5, 7, '2024-06-05 10:00:00', '2024-06-05 08:00:00', 'Hello', 'First', '', 'inherit', '1-revision-v1', '2024-06-05 10:00:00', '2024-06-05 08:00:00', '', 'revision', ''),
  (6, 0, '2024-06-06 10:00:00', '2024-06-06 08:00:00', '[]', 'kim@example.org', '', 'request-completed', 'export_personal_data', '2024-06-06 10:00:00', '2024-06-06 08:00:00', '', 'user_request', ''),
  (7, 0, '2024-06-06 10:00:00', '2024-06-06 08:00:00', '["Lee"]', 'kím@example.org', '', 'request-completed', 'remove_personal_data', '2024-06-06 10:00:00', '2024-06-06 08:00:00', '', 'user_request', '');
INSERT INTO wp_comments (comment_ID, comment_post_ID, comment_author, comment_author_email, comment_author_IP,
  comment_date, comment_date_gmt, comment_content, comment_approved, comment_agent, comment_type, user_id) VALUES
  (11, 1, 'Kim', 'kim@example.org', '192.0.2.7', '2024-07-01 10:00:00', '2024-07-01 08:00:00', 'Nice', '1', 'Browser/1', 'comment', 7),
  (12, 1, 'Kim', 'KIM@example.org', '192.0.2.8', '2024-07-02 10:00:00', '2024-07-02 08:00:00', 'Buy', 'spam', 'Browser/1', 'comment', 0),
  (13, 1, 'Kim', 'kim@example.org', '192.0.2.8', '2024-07-03 10:00:00', '2024-07-03 08:00:00', 'Oops', 'trash', 'Browser/1', 'review', 0),
  (14, 1, 'Kim', 'kim.old@example.org', '192.0.2.9', '2023-07-04 10:00:00', '2023-07-04 08:00:00', 'Before', '1', 'Browser/1', 'comment', 7),
  (15, 1, 'Lee', 'kím@example.org', '192.0.2.10', '2024-07-05 10:00:00', '2024-07-05 08:00:00', 'Lee here', '1', 'Browser/1', 'comment', 8),
  (16, 1, 'Lee Staff', 'kim@example.org', '', '2024-07-06 10:00:00', '2024-07-06 08:00:00', 'Note for Lee', '1', 'WooCommerce', 'order_note', 0),
  (17, 1, 'Noa', 'noa@example.org', '192.0.2.11', '2024-07-07 10:00:00', '2024-07-07 08:00:00', 'Lee, hi', '0', 'Browser/1', 'comment', 0);
INSERT INTO wp_commentmeta (comment_id, meta_key, meta_value) VALUES
  (12, 'akismet_result', 'true'), (13, 'rating', '5'), (14, 'verified', '1'), (15, 'rating', 'Lee'), (17, 'rating', 'Lee');
