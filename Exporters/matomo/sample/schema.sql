-- The tables of Matomo that the exporter asks, with the columns that matter to it.
SET NAMES utf8mb4;
CREATE TABLE matomo_site (idsite INT UNSIGNED PRIMARY KEY, name VARCHAR(90) NOT NULL) ENGINE=InnoDB;
CREATE TABLE matomo_log_visit (
  idvisit BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, idsite INT UNSIGNED NOT NULL, idvisitor BINARY(8) NOT NULL,
  visit_last_action_time DATETIME NOT NULL, config_id BINARY(8) NOT NULL, location_ip VARBINARY(16) NOT NULL,
  user_id VARCHAR(200), visit_first_action_time DATETIME NOT NULL, visit_total_actions INT UNSIGNED, visit_total_time INT UNSIGNED,
  visitor_returning TINYINT(1), referer_type TINYINT UNSIGNED, referer_name VARCHAR(255), referer_keyword VARCHAR(255),
  referer_url VARCHAR(1500), config_os CHAR(3), config_browser_name VARCHAR(40), config_browser_version VARCHAR(20),
  config_resolution VARCHAR(18), config_device_brand VARCHAR(100), config_device_model VARCHAR(100), location_country CHAR(3),
  location_region CHAR(3), location_city VARCHAR(255), location_latitude DECIMAL(9,6), location_longitude DECIMAL(9,6),
  location_browser_lang VARCHAR(20), KEY user (user_id)
) ENGINE=InnoDB COLLATE utf8mb4_general_ci;
CREATE TABLE matomo_log_action (idaction INT UNSIGNED PRIMARY KEY, name VARCHAR(4096), hash INT UNSIGNED NOT NULL, type TINYINT UNSIGNED) ENGINE=InnoDB COLLATE utf8mb4_general_ci;
CREATE TABLE matomo_log_link_visit_action (
  idlink_va BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, idvisit BIGINT UNSIGNED NOT NULL, server_time DATETIME NOT NULL,
  idaction_url INT UNSIGNED, idaction_name INT UNSIGNED, custom_float DOUBLE, KEY index_idvisit (idvisit)
) ENGINE=InnoDB;
CREATE TABLE matomo_goal (idsite INT NOT NULL, idgoal INT NOT NULL, name VARCHAR(50) NOT NULL, PRIMARY KEY (idsite, idgoal)) ENGINE=InnoDB COLLATE utf8mb4_general_ci;
CREATE TABLE matomo_log_conversion (
  idvisit BIGINT UNSIGNED NOT NULL, idsite INT UNSIGNED NOT NULL, server_time DATETIME NOT NULL, idgoal INT NOT NULL,
  buster INT UNSIGNED NOT NULL, idorder VARCHAR(100), items SMALLINT UNSIGNED, url VARCHAR(4096), revenue DOUBLE,
  PRIMARY KEY (idvisit, idgoal, buster)
) ENGINE=InnoDB COLLATE utf8mb4_general_ci;
CREATE TABLE matomo_log_conversion_item (
  idvisit BIGINT UNSIGNED NOT NULL, idorder VARCHAR(100) NOT NULL, server_time DATETIME NOT NULL, idaction_sku INT UNSIGNED NOT NULL,
  idaction_name INT UNSIGNED NOT NULL, price DOUBLE NOT NULL, quantity INT UNSIGNED NOT NULL, deleted TINYINT(1) NOT NULL,
  PRIMARY KEY (idvisit, idorder, idaction_sku)
) ENGINE=InnoDB COLLATE utf8mb4_general_ci;
CREATE TABLE matomo_user (
  login VARCHAR(100) PRIMARY KEY, password VARCHAR(255) NOT NULL, email VARCHAR(100) NOT NULL, twofactor_secret VARCHAR(40) NOT NULL,
  date_registered TIMESTAMP NULL, ts_password_modified TIMESTAMP NULL, UNIQUE KEY email (email)
) ENGINE=InnoDB COLLATE utf8mb4_general_ci;
