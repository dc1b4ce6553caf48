-- The tables of Keycloak that the exporter asks, with the columns that matter to it.
CREATE TABLE realm (id VARCHAR(36) PRIMARY KEY, name VARCHAR(255));
CREATE TABLE client (id VARCHAR(36) PRIMARY KEY, client_id VARCHAR(255), realm_id VARCHAR(36));
CREATE TABLE client_scope (id VARCHAR(36) PRIMARY KEY, name VARCHAR(255), realm_id VARCHAR(36));
CREATE TABLE user_entity (
  id VARCHAR(36) PRIMARY KEY, email VARCHAR(255), email_constraint VARCHAR(255), email_verified BOOLEAN NOT NULL DEFAULT false,
  enabled BOOLEAN NOT NULL DEFAULT false, federation_link VARCHAR(255), first_name VARCHAR(255), last_name VARCHAR(255),
  realm_id VARCHAR(255), username VARCHAR(255), created_timestamp BIGINT, service_account_client_link VARCHAR(255),
  not_before INT NOT NULL DEFAULT 0, UNIQUE (realm_id, email_constraint), UNIQUE (realm_id, username)
);
CREATE TABLE user_attribute (
  name VARCHAR(255) NOT NULL, value VARCHAR(255), user_id VARCHAR(36) NOT NULL, id VARCHAR(36) PRIMARY KEY,
  long_value_hash BYTEA, long_value_hash_lower_case BYTEA, long_value TEXT
);
CREATE TABLE credential (
  id VARCHAR(36) PRIMARY KEY, salt BYTEA, type VARCHAR(255), user_id VARCHAR(36), created_date BIGINT, user_label VARCHAR(255),
  secret_data TEXT, credential_data TEXT, priority INT
);
CREATE TABLE federated_identity (
  identity_provider VARCHAR(255) NOT NULL, realm_id VARCHAR(36), federated_user_id VARCHAR(255),
  federated_username VARCHAR(255), token TEXT, user_id VARCHAR(36) NOT NULL, PRIMARY KEY (identity_provider, user_id)
);
CREATE TABLE user_consent (
  id VARCHAR(36) PRIMARY KEY, client_id VARCHAR(255), user_id VARCHAR(36) NOT NULL, created_date BIGINT,
  last_updated_date BIGINT, client_storage_provider VARCHAR(36), external_client_id VARCHAR(255)
);
CREATE TABLE user_consent_client_scope (
  user_consent_id VARCHAR(36) NOT NULL, scope_id VARCHAR(36) NOT NULL, PRIMARY KEY (user_consent_id, scope_id)
);
CREATE TABLE keycloak_group (id VARCHAR(36) PRIMARY KEY, name VARCHAR(255), parent_group VARCHAR(36) NOT NULL, realm_id VARCHAR(36));
CREATE TABLE user_group_membership (group_id VARCHAR(36) NOT NULL, user_id VARCHAR(36) NOT NULL, PRIMARY KEY (group_id, user_id));
CREATE TABLE keycloak_role (
  id VARCHAR(36) PRIMARY KEY, client_role BOOLEAN NOT NULL DEFAULT false, description VARCHAR(255), name VARCHAR(255),
  realm_id VARCHAR(255), client VARCHAR(36)
);
CREATE TABLE user_role_mapping (role_id VARCHAR(255) NOT NULL, user_id VARCHAR(36) NOT NULL, PRIMARY KEY (role_id, user_id));
CREATE TABLE user_required_action (user_id VARCHAR(36) NOT NULL, required_action VARCHAR(255) NOT NULL, PRIMARY KEY (required_action, user_id));
CREATE TABLE event_entity (
  id VARCHAR(36) PRIMARY KEY, client_id VARCHAR(255), details_json VARCHAR(2550), error VARCHAR(255), ip_address VARCHAR(255),
  realm_id VARCHAR(255), session_id VARCHAR(255), event_time BIGINT, type VARCHAR(255), user_id VARCHAR(255),
  details_json_long_value TEXT
);
CREATE TABLE offline_user_session (
  user_session_id VARCHAR(36) NOT NULL, user_id VARCHAR(255) NOT NULL, realm_id VARCHAR(36) NOT NULL, created_on INT NOT NULL,
  offline_flag VARCHAR(4) NOT NULL, data TEXT, last_session_refresh INT NOT NULL DEFAULT 0,
  PRIMARY KEY (user_session_id, offline_flag)
);
CREATE TABLE admin_event_entity (
  id VARCHAR(36) PRIMARY KEY, admin_event_time BIGINT, realm_id VARCHAR(255), operation_type VARCHAR(255),
  auth_realm_id VARCHAR(255), auth_client_id VARCHAR(255), auth_user_id VARCHAR(255), ip_address VARCHAR(255),
  resource_path VARCHAR(2550), representation TEXT, error VARCHAR(255), resource_type VARCHAR(64)
);
