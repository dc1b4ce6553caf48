-- Kim signs in to one realm; Lee's address is longer by two letters, and Ann's begins like Kim's.
INSERT INTO realm VALUES ('r-1', 'shop'), ('r-2', 'club');
INSERT INTO client VALUES ('c-1', 'webshop', 'r-1');
INSERT INTO client_scope VALUES ('s-1', 'email', 'r-1'), ('s-2', 'address', 'r-1');
INSERT INTO user_entity (id, email, email_constraint, email_verified, enabled, first_name, last_name, realm_id, username, created_timestamp) VALUES
  ('00000000-0000-0000-0000-000000000007', 'kim@example.org', 'kim@example.org', true, true, 'Kim', 'Known', 'r-1', 'kim', 1735725600123),
  ('00000000-0000-0000-0000-000000000008', 'kim@example.organic', 'kim@example.organic', true, true, 'Lee', 'Other', 'r-1', 'lee', 1735725600123),
  ('00000000-0000-0000-0000-000000000009', 'akim@example.org', 'akim@example.org', true, true, 'Ann', 'Lee', 'r-2', 'ann', 1735725600123);
INSERT INTO user_attribute (id, name, value, long_value, user_id) VALUES
  ('a-1', 'phone', '+31 6 7', NULL, '00000000-0000-0000-0000-000000000007'),
  ('a-2', 'story', NULL, 'A long text', '00000000-0000-0000-0000-000000000007'),
  ('a-3', 'phone', 'Lee', NULL, '00000000-0000-0000-0000-000000000008');
INSERT INTO credential (id, type, user_id, created_date, user_label, secret_data, credential_data, priority) VALUES
  ('k-1', 'password', '00000000-0000-0000-0000-000000000007', 1735725600123, NULL, '{"value":"hash"}', '{"algorithm":"argon2"}', 10),
  ('k-2', 'otp', '00000000-0000-0000-0000-000000000007', 1735725600123, 'Phone', '{"value":"key"}', '{"subType":"totp"}', 20),
  ('k-3', 'password', '00000000-0000-0000-0000-000000000008', 1735725600123, 'Lee', '{"value":"hash"}', '{}', 10);
INSERT INTO federated_identity VALUES
  ('google', 'r-1', '1177', 'kim', 'token', '00000000-0000-0000-0000-000000000007'),
  ('google', 'r-1', '1188', 'Lee', 'token', '00000000-0000-0000-0000-000000000008');
INSERT INTO user_consent (id, client_id, user_id, created_date, last_updated_date) VALUES
  ('u-1', 'c-1', '00000000-0000-0000-0000-000000000007', 1735725600123, 1735725600123),
  ('u-2', 'c-1', '00000000-0000-0000-0000-000000000008', 1735725600123, 1735725600123);
INSERT INTO user_consent_client_scope VALUES ('u-1', 's-1'), ('u-1', 's-2');
INSERT INTO keycloak_group VALUES ('g-1', 'customers', '', 'r-1'), ('g-2', 'Lee', '', 'r-1');
INSERT INTO user_group_membership VALUES ('g-1', '00000000-0000-0000-0000-000000000007'), ('g-2', '00000000-0000-0000-0000-000000000008');
INSERT INTO keycloak_role VALUES ('o-1', true, 'may order', 'buyer', 'r-1', 'c-1'), ('o-2', false, NULL, 'default', 'r-1', NULL), ('o-3', false, NULL, 'Lee', 'r-1', NULL);
INSERT INTO user_role_mapping VALUES ('o-1', '00000000-0000-0000-0000-000000000007'), ('o-2', '00000000-0000-0000-0000-000000000007'), ('o-3', '00000000-0000-0000-0000-000000000008');
INSERT INTO user_required_action VALUES ('00000000-0000-0000-0000-000000000007', 'UPDATE_PROFILE'), ('00000000-0000-0000-0000-000000000008', 'Lee');
INSERT INTO event_entity VALUES
  ('e-1', 'webshop', '{"username":"kim"}', NULL, '192.0.2.7', 'r-1', 's', 1735725600123, 'LOGIN', '00000000-0000-0000-0000-000000000007', NULL),
  ('e-2', 'webshop', NULL, 'invalid_user_credentials', '192.0.2.8', 'r-1', NULL, 1735725601123, 'LOGIN_ERROR', '00000000-0000-0000-0000-000000000007', '{"username":"kim"}'),
  ('e-3', 'webshop', NULL, NULL, 'Lee', 'r-1', NULL, 1735725601123, 'LOGIN', '00000000-0000-0000-0000-000000000008', NULL);
INSERT INTO offline_user_session VALUES
  ('x-1', '00000000-0000-0000-0000-000000000007', 'r-1', 1735725600, '0', '{"ipAddress":"192.0.2.7","authMethod":"openid-connect","notes":{"key":"value"}}', 1735725700),
  ('x-2', '00000000-0000-0000-0000-000000000007', 'r-1', 1735725600, '1', '{"ipAddress":"192.0.2.7"}', 1735725700),
  ('x-3', '00000000-0000-0000-0000-000000000008', 'r-1', 1735725600, '0', '{"ipAddress":"Lee"}', 1735725700);
INSERT INTO admin_event_entity (id, admin_event_time, realm_id, operation_type, auth_user_id, resource_path, representation, resource_type) VALUES
  ('m-1', 1735725600123, 'r-1', 'UPDATE', 'admin-1', 'users/00000000-0000-0000-0000-000000000007', '{"enabled":true}', 'USER'),
  ('m-2', 1735725600124, 'r-1', 'ACTION', 'admin-1', 'users/00000000-0000-0000-0000-000000000007/reset-password', '{"value":"hush"}', 'USER'),
  ('m-3', 1735725600125, 'r-1', 'UPDATE', 'admin-1', 'users/00000000-0000-0000-0000-000000000008', 'Lee', 'USER');
