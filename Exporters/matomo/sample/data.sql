-- The site tells Matomo the address of whoever is signed in. Lee's differs from Kim's by an accent; visit 9 used Kim's browser and
-- nobody was signed in.
INSERT INTO matomo_site VALUES (1, 'Shop');
INSERT INTO matomo_log_visit (idvisit, idsite, idvisitor, config_id, location_ip, user_id, visit_first_action_time, visit_last_action_time,
  visit_total_actions, visit_total_time, visitor_returning, referer_type, referer_name, config_os, config_browser_name, location_country, location_city, location_latitude, location_longitude) VALUES
  (7, 1, x'0011223344556677', x'00', INET6_ATON('192.0.2.7'), 'kim@example.org', '2025-01-01 10:00:00', '2025-01-01 10:05:00', 2, 300, 0, 1, '', 'WIN', 'FF', 'nl', 'Utrecht', 52.09, 5.12),
  (17, 1, x'0011223344556677', x'00', INET6_ATON('2001:db8::7'), 'KIM@example.org', '2025-01-02 10:00:00', '2025-01-02 10:05:00', 1, 300, 1, 6, 'spring', 'WIN', 'FF', 'nl', 'Utrecht', 52.09, 5.12),
  (8, 1, x'8811223344556677', x'00', INET6_ATON('192.0.2.8'), 'kím@example.org', '2025-01-01 10:00:00', '2025-01-01 10:05:00', 2, 300, 0, 1, 'Lee', 'WIN', 'FF', 'nl', 'Lee', NULL, NULL),
  (9, 1, x'0011223344556677', x'00', INET6_ATON('192.0.2.7'), NULL, '2025-01-03 10:00:00', '2025-01-03 10:05:00', 2, 300, 0, 1, 'Lee', 'WIN', 'FF', 'nl', 'Lee', NULL, NULL);
INSERT INTO matomo_log_action VALUES (1, 'shop.example/', 1, 1), (2, 'Home', 2, 4), (3, 'shop.example/Lee', 3, 1), (4, 'C1', 4, 5), (5, 'Chair', 5, 6);
INSERT INTO matomo_log_link_visit_action (idvisit, server_time, idaction_url, idaction_name, custom_float) VALUES
  (7, '2025-01-01 10:00:00', 1, 2, 1.5), (7, '2025-01-01 10:05:00', 1, NULL, NULL), (17, '2025-01-02 10:00:00', 1, 2, NULL),
  (8, '2025-01-01 10:00:00', 3, 2, NULL), (9, '2025-01-01 10:00:00', 3, 2, NULL);
INSERT INTO matomo_goal VALUES (1, 1, 'Sign up');
INSERT INTO matomo_log_conversion VALUES
  (7, 1, '2025-01-01 10:05:00', 1, 1, NULL, NULL, 'https://shop.example/', 0), (7, 1, '2025-01-01 10:05:00', 0, 2, 'A1', 1, 'https://shop.example/', 12.1),
  (8, 1, '2025-01-01 10:05:00', 0, 2, 'Lee', 1, 'https://shop.example/', 12.1);
INSERT INTO matomo_log_conversion_item VALUES (7, 'A1', '2025-01-01 10:05:00', 4, 5, 12.1, 1, 0), (8, 'Lee', '2025-01-01 10:05:00', 4, 5, 12.1, 1, 0);
INSERT INTO matomo_user VALUES ('kim', 'hash', 'kim@example.org', '', '2024-01-01', '2024-01-01'), ('Lee', 'hash', 'kim@example.organic', '', '2024-01-01', '2024-01-01');
