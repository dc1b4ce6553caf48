-- The tables of OpenCATS that the exporter asks, with the columns that matter to it.
SET NAMES utf8mb4;
CREATE TABLE candidate (
  candidate_id INT AUTO_INCREMENT PRIMARY KEY, site_id INT NOT NULL DEFAULT 1, last_name VARCHAR(64) NOT NULL DEFAULT '',
  first_name VARCHAR(64) NOT NULL DEFAULT '', middle_name VARCHAR(32), phone_home VARCHAR(40), phone_cell VARCHAR(40),
  phone_work VARCHAR(40), address TEXT, city VARCHAR(64), state VARCHAR(64), zip VARCHAR(16), source VARCHAR(64), date_available DATETIME,
  can_relocate INT NOT NULL DEFAULT 0, notes TEXT, key_skills TEXT, current_employer VARCHAR(128), entered_by INT NOT NULL DEFAULT 0,
  owner INT, date_created DATETIME NOT NULL, date_modified DATETIME NOT NULL, email1 VARCHAR(128), email2 VARCHAR(128),
  web_site VARCHAR(128), is_hot INT NOT NULL DEFAULT 0, eeo_ethnic_type_id INT DEFAULT 0, eeo_veteran_type_id INT DEFAULT 0,
  eeo_disability_status VARCHAR(5) DEFAULT '', eeo_gender VARCHAR(5) DEFAULT '', desired_pay VARCHAR(64), current_pay VARCHAR(64),
  is_active INT DEFAULT 1, best_time_to_call VARCHAR(255) NOT NULL DEFAULT '', KEY IDX_email1 (email1), KEY IDX_email2 (email2)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE utf8mb3_unicode_ci;
CREATE TABLE company (company_id INT PRIMARY KEY, name VARCHAR(64) NOT NULL DEFAULT '') ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE utf8mb3_unicode_ci;
CREATE TABLE contact (
  contact_id INT AUTO_INCREMENT PRIMARY KEY, company_id INT NOT NULL, last_name VARCHAR(64) NOT NULL, first_name VARCHAR(64) NOT NULL,
  title VARCHAR(128), email1 VARCHAR(128), email2 VARCHAR(128), phone_work VARCHAR(40), phone_cell VARCHAR(40), phone_other VARCHAR(40),
  address TEXT, city VARCHAR(64), state VARCHAR(64), zip VARCHAR(16), is_hot INT, notes TEXT, date_created DATETIME NOT NULL,
  date_modified DATETIME NOT NULL, left_company INT NOT NULL DEFAULT 0
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE utf8mb3_unicode_ci;
CREATE TABLE joborder (joborder_id INT PRIMARY KEY, title VARCHAR(64) NOT NULL DEFAULT '') ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE utf8mb3_unicode_ci;
CREATE TABLE candidate_joborder_status (candidate_joborder_status_id INT PRIMARY KEY, short_description VARCHAR(32) NOT NULL DEFAULT '') ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE utf8mb3_unicode_ci;
CREATE TABLE candidate_joborder (
  candidate_joborder_id INT AUTO_INCREMENT PRIMARY KEY, candidate_id INT NOT NULL DEFAULT 0, joborder_id INT NOT NULL DEFAULT 0,
  status INT NOT NULL DEFAULT 0, date_submitted DATETIME, date_created DATETIME NOT NULL, date_modified DATETIME NOT NULL,
  rating_value INT, KEY IDX_candidate_id (candidate_id)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE utf8mb3_unicode_ci;
CREATE TABLE candidate_joborder_status_history (
  candidate_joborder_status_history_id INT AUTO_INCREMENT PRIMARY KEY, candidate_id INT NOT NULL, joborder_id INT NOT NULL,
  date DATETIME NOT NULL, status_from INT NOT NULL, status_to INT NOT NULL
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE utf8mb3_unicode_ci;
CREATE TABLE activity_type (activity_type_id INT PRIMARY KEY, short_description VARCHAR(64) NOT NULL) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE utf8mb3_unicode_ci;
CREATE TABLE user (user_id INT PRIMARY KEY, user_name VARCHAR(64) NOT NULL DEFAULT '') ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE utf8mb3_unicode_ci;
CREATE TABLE activity (
  activity_id INT AUTO_INCREMENT PRIMARY KEY, data_item_id INT NOT NULL, data_item_type INT NOT NULL, joborder_id INT,
  entered_by INT NOT NULL DEFAULT 0, date_created DATETIME NOT NULL, type INT NOT NULL DEFAULT 0, notes TEXT, KEY item (data_item_type, data_item_id)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE utf8mb3_unicode_ci;
CREATE TABLE attachment (
  attachment_id INT AUTO_INCREMENT PRIMARY KEY, data_item_id INT NOT NULL, data_item_type INT NOT NULL, title VARCHAR(128),
  original_filename VARCHAR(255) NOT NULL DEFAULT '', content_type VARCHAR(255), resume INT NOT NULL DEFAULT 0, text LONGTEXT,
  date_created DATETIME NOT NULL, KEY item (data_item_type, data_item_id)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE utf8mb3_unicode_ci;
CREATE TABLE calendar_event (
  calendar_event_id INT AUTO_INCREMENT PRIMARY KEY, date DATETIME NOT NULL, title TEXT NOT NULL, data_item_id INT NOT NULL,
  data_item_type INT NOT NULL, entered_by INT NOT NULL, date_created DATETIME NOT NULL, description TEXT, duration INT NOT NULL DEFAULT 60
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE utf8mb3_unicode_ci;
CREATE TABLE extra_field (
  extra_field_id INT AUTO_INCREMENT PRIMARY KEY, data_item_id INT NOT NULL, field_name VARCHAR(255) NOT NULL, value TEXT,
  data_item_type INT NOT NULL, KEY item (data_item_type, data_item_id)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE utf8mb3_unicode_ci;
CREATE TABLE saved_list (saved_list_id INT PRIMARY KEY, description VARCHAR(64) NOT NULL DEFAULT '') ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE utf8mb3_unicode_ci;
CREATE TABLE saved_list_entry (
  saved_list_entry_id INT AUTO_INCREMENT PRIMARY KEY, saved_list_id INT NOT NULL, data_item_type INT NOT NULL, data_item_id INT NOT NULL,
  date_created DATETIME NOT NULL
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE utf8mb3_unicode_ci;
CREATE TABLE career_portal_questionnaire_history (
  career_portal_questionnaire_history_id INT AUTO_INCREMENT PRIMARY KEY, candidate_id INT NOT NULL, question VARCHAR(255) NOT NULL,
  answer VARCHAR(255) NOT NULL, questionnaire_title VARCHAR(255) NOT NULL, date DATETIME NOT NULL
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE utf8mb3_unicode_ci;
CREATE TABLE email_history (
  email_history_id INT AUTO_INCREMENT PRIMARY KEY, from_address VARCHAR(128) NOT NULL, recipients TEXT NOT NULL, text TEXT, date DATETIME NOT NULL
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb3 COLLATE utf8mb3_unicode_ci;
