-- Kim applied twice: 7, and 77 with Kim's address in the second column; Kim is a contact (8) too. Candidate 8 is Lee, whose address
-- differs by an accent: the numbers alone would mix them.
SET sql_mode = '';
INSERT INTO candidate (candidate_id, first_name, last_name, email1, email2, phone_cell, city, notes, key_skills, date_available, eeo_gender, date_created, date_modified) VALUES
  (7, 'Kim', 'Known', 'Kim@example.org', '', '+31 6 7', 'Utrecht', 'Good', 'wood', '2025-01-01', 'f', '2024-01-01 10:00:00', '2024-01-01 10:00:00'),
  (77, 'Kim', 'Known', 'kim.work@example.org', 'kim@example.org', '', 'Utrecht', '', 'wood', '0000-00-00', '', '2023-01-01 10:00:00', '2023-01-01 10:00:00'),
  (8, 'Lee', 'Other', 'kím@example.org', '', '', 'Lee', '', '', NULL, '', '2024-01-01 10:00:00', '2024-01-01 10:00:00');
INSERT INTO company VALUES (1, 'Works Ltd');
INSERT INTO contact (contact_id, company_id, first_name, last_name, email1, date_created, date_modified) VALUES
  (8, 1, 'Kim', 'Known', 'kim@example.org', '2024-01-01 10:00:00', '2024-01-01 10:00:00'), (7, 1, 'Lee', 'Other', 'kím@example.org', '2024-01-01 10:00:00', '2024-01-01 10:00:00');
INSERT INTO joborder VALUES (1, 'Carpenter');
INSERT INTO candidate_joborder_status VALUES (100, 'No Contact'), (400, 'Submitted');
INSERT INTO candidate_joborder (candidate_id, joborder_id, status, date_submitted, date_created, date_modified, rating_value) VALUES
  (7, 1, 400, '2024-01-02', '2024-01-02', '2024-01-02', 4), (77, 1, 100, NULL, '2023-01-02', '2023-01-02', -1), (8, 1, 100, NULL, '2024-01-02', '2024-01-02', 0);
INSERT INTO candidate_joborder_status_history (candidate_id, joborder_id, date, status_from, status_to) VALUES (7, 1, '2024-01-03', 100, 400), (8, 1, '2024-01-03', 100, 400);
INSERT INTO activity_type VALUES (100, 'Call'), (200, 'Email');
INSERT INTO user VALUES (1, 'sam');
INSERT INTO activity (data_item_id, data_item_type, joborder_id, entered_by, date_created, type, notes) VALUES
  (7, 100, 1, 1, '2024-01-04', 100, 'Called'), (8, 300, NULL, 1, '2024-01-04', 200, 'Wrote'), (8, 100, 1, 1, '2024-01-04', 100, 'Lee'), (7, 300, NULL, 1, '2024-01-04', 100, 'Lee');
INSERT INTO attachment (data_item_id, data_item_type, title, original_filename, content_type, resume, text, date_created) VALUES
  (7, 100, 'CV', 'cv.pdf', 'application/pdf', 1, 'Kim Known, carpenter', '2024-01-01'), (8, 100, 'CV', 'Lee.pdf', 'application/pdf', 1, 'Lee', '2024-01-01'), (7, 400, 'Job', 'Lee.pdf', 'application/pdf', 0, 'Lee', '2024-01-01');
INSERT INTO calendar_event (date, title, data_item_id, data_item_type, entered_by, date_created, description) VALUES
  ('2024-01-05 10:00:00', 'Talk', 7, 100, 1, '2024-01-04', ''), ('2024-01-05 10:00:00', 'Lee', 8, 100, 1, '2024-01-04', '');
INSERT INTO extra_field (data_item_id, field_name, value, data_item_type) VALUES (7, 'Licence', 'B', 100), (8, 'Licence', 'Lee', 100);
INSERT INTO saved_list VALUES (1, 'Carpenters');
INSERT INTO saved_list_entry (saved_list_id, data_item_type, data_item_id, date_created) VALUES (1, 100, 7, '2024-01-05'), (1, 100, 8, '2024-01-06');
INSERT INTO career_portal_questionnaire_history (candidate_id, question, answer, questionnaire_title, date) VALUES
  (7, 'Drive?', 'Yes', 'Carpenter', '2024-01-01'), (8, 'Drive?', 'Lee', 'Carpenter', '2024-01-01');
INSERT INTO email_history (from_address, recipients, text, date) VALUES
  ('sam@shop.example', 'kim@example.org', 'Welcome', '2024-01-06'), ('sam@shop.example', 'noa@example.org, Kim@example.org', 'To both', '2024-01-07'),
  ('sam@shop.example', 'akim@example.org', 'Lee', '2024-01-06');
