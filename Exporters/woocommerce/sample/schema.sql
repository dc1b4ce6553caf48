-- The tables of WordPress and WooCommerce that the exporter asks, with the columns that matter to it.
SET NAMES utf8mb4;
CREATE TABLE wp_users (
  ID BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, user_login VARCHAR(60) NOT NULL DEFAULT '',
  user_pass VARCHAR(255) NOT NULL DEFAULT '', user_nicename VARCHAR(50) NOT NULL DEFAULT '',
  user_email VARCHAR(100) NOT NULL DEFAULT '', user_url VARCHAR(100) NOT NULL DEFAULT '',
  user_registered DATETIME NOT NULL, user_activation_key VARCHAR(255) NOT NULL DEFAULT '',
  user_status INT NOT NULL DEFAULT 0, display_name VARCHAR(250) NOT NULL DEFAULT '', KEY user_email (user_email)
) ENGINE=InnoDB COLLATE utf8mb4_unicode_520_ci;
CREATE TABLE wp_usermeta (
  umeta_id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, user_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
  meta_key VARCHAR(255), meta_value LONGTEXT, KEY user_id (user_id)
) ENGINE=InnoDB COLLATE utf8mb4_unicode_520_ci;
CREATE TABLE wp_comments (
  comment_ID BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, comment_post_ID BIGINT UNSIGNED NOT NULL DEFAULT 0,
  comment_author TINYTEXT NOT NULL, comment_author_email VARCHAR(100) NOT NULL DEFAULT '',
  comment_author_url VARCHAR(200) NOT NULL DEFAULT '', comment_author_IP VARCHAR(100) NOT NULL DEFAULT '',
  comment_date DATETIME NOT NULL, comment_date_gmt DATETIME NOT NULL, comment_content TEXT NOT NULL,
  comment_karma INT NOT NULL DEFAULT 0, comment_approved VARCHAR(20) NOT NULL DEFAULT '1',
  comment_agent VARCHAR(255) NOT NULL DEFAULT '', comment_type VARCHAR(20) NOT NULL DEFAULT 'comment',
  comment_parent BIGINT UNSIGNED NOT NULL DEFAULT 0, user_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
  KEY comment_author_email (comment_author_email(10))
) ENGINE=InnoDB COLLATE utf8mb4_unicode_520_ci;
CREATE TABLE wp_commentmeta (
  meta_id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, comment_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
  meta_key VARCHAR(255), meta_value LONGTEXT, KEY comment_id (comment_id)
) ENGINE=InnoDB COLLATE utf8mb4_unicode_520_ci;
CREATE TABLE wp_posts (
  ID BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, post_author BIGINT UNSIGNED NOT NULL DEFAULT 0,
  post_date DATETIME NOT NULL, post_date_gmt DATETIME NOT NULL, post_content LONGTEXT NOT NULL,
  post_title TEXT NOT NULL, post_excerpt TEXT NOT NULL, post_status VARCHAR(20) NOT NULL DEFAULT 'publish',
  post_password VARCHAR(255) NOT NULL DEFAULT '', post_name VARCHAR(200) NOT NULL DEFAULT '',
  post_modified DATETIME NOT NULL, post_modified_gmt DATETIME NOT NULL, post_parent BIGINT UNSIGNED NOT NULL DEFAULT 0,
  guid VARCHAR(255) NOT NULL DEFAULT '', post_type VARCHAR(20) NOT NULL DEFAULT 'post',
  post_mime_type VARCHAR(100) NOT NULL DEFAULT '', KEY post_author (post_author), KEY post_parent (post_parent)
) ENGINE=InnoDB COLLATE utf8mb4_unicode_520_ci;
CREATE TABLE wp_postmeta (
  meta_id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, post_id BIGINT UNSIGNED NOT NULL DEFAULT 0,
  meta_key VARCHAR(255), meta_value LONGTEXT, KEY post_id (post_id), KEY meta_key (meta_key(191))
) ENGINE=InnoDB COLLATE utf8mb4_unicode_520_ci;
CREATE TABLE wp_wc_customer_lookup (
  customer_id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, user_id BIGINT UNSIGNED, username VARCHAR(60) NOT NULL DEFAULT '',
  first_name VARCHAR(255) NOT NULL, last_name VARCHAR(255) NOT NULL, email VARCHAR(100), date_last_active TIMESTAMP NULL,
  date_registered TIMESTAMP NULL, country CHAR(2) NOT NULL DEFAULT '', postcode VARCHAR(20) NOT NULL DEFAULT '',
  city VARCHAR(100) NOT NULL DEFAULT '', state VARCHAR(100) NOT NULL DEFAULT '', KEY email (email)
) ENGINE=InnoDB COLLATE utf8mb4_unicode_520_ci;
CREATE TABLE wp_wc_orders (
  id BIGINT UNSIGNED PRIMARY KEY, status VARCHAR(20), currency VARCHAR(10), type VARCHAR(20), tax_amount DECIMAL(26,8),
  total_amount DECIMAL(26,8), customer_id BIGINT UNSIGNED, billing_email VARCHAR(320), date_created_gmt DATETIME,
  date_updated_gmt DATETIME, parent_order_id BIGINT UNSIGNED, payment_method VARCHAR(100), payment_method_title TEXT,
  transaction_id VARCHAR(100), ip_address VARCHAR(100), user_agent TEXT, customer_note TEXT,
  KEY customer (customer_id), KEY billing_email (billing_email(191)), KEY parent (parent_order_id)
) ENGINE=InnoDB COLLATE utf8mb4_unicode_520_ci;
CREATE TABLE wp_wc_order_addresses (
  id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, order_id BIGINT UNSIGNED NOT NULL, address_type VARCHAR(20),
  first_name TEXT, last_name TEXT, company TEXT, address_1 TEXT, address_2 TEXT, city TEXT, state TEXT, postcode TEXT,
  country TEXT, email VARCHAR(320), phone VARCHAR(100), KEY order_id (order_id)
) ENGINE=InnoDB COLLATE utf8mb4_unicode_520_ci;
CREATE TABLE wp_wc_order_operational_data (
  id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, order_id BIGINT UNSIGNED, created_via VARCHAR(100), cart_hash VARCHAR(100),
  order_key VARCHAR(100), date_paid_gmt DATETIME, date_completed_gmt DATETIME, shipping_total_amount DECIMAL(26,8),
  discount_total_amount DECIMAL(26,8), UNIQUE KEY order_id (order_id)
) ENGINE=InnoDB COLLATE utf8mb4_unicode_520_ci;
CREATE TABLE wp_wc_orders_meta (
  id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, order_id BIGINT UNSIGNED, meta_key VARCHAR(255), meta_value TEXT,
  KEY order_id (order_id)
) ENGINE=InnoDB COLLATE utf8mb4_unicode_520_ci;
CREATE TABLE wp_woocommerce_order_items (
  order_item_id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, order_item_name TEXT NOT NULL,
  order_item_type VARCHAR(200) NOT NULL DEFAULT '', order_id BIGINT UNSIGNED NOT NULL, KEY order_id (order_id)
) ENGINE=InnoDB COLLATE utf8mb4_unicode_520_ci;
CREATE TABLE wp_woocommerce_order_itemmeta (
  meta_id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, order_item_id BIGINT UNSIGNED NOT NULL, meta_key VARCHAR(255),
  meta_value LONGTEXT, KEY order_item_id (order_item_id)
) ENGINE=InnoDB COLLATE utf8mb4_unicode_520_ci;
CREATE TABLE wp_woocommerce_downloadable_product_permissions (
  permission_id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, download_id VARCHAR(36) NOT NULL, product_id BIGINT UNSIGNED NOT NULL,
  order_id BIGINT UNSIGNED NOT NULL DEFAULT 0, order_key VARCHAR(200) NOT NULL, user_email VARCHAR(200) NOT NULL,
  user_id BIGINT UNSIGNED, downloads_remaining VARCHAR(9), access_granted DATETIME NOT NULL, access_expires DATETIME,
  download_count BIGINT UNSIGNED NOT NULL DEFAULT 0, KEY user_email (user_email)
) ENGINE=InnoDB COLLATE utf8mb4_unicode_520_ci;
CREATE TABLE wp_wc_download_log (
  download_log_id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, timestamp DATETIME NOT NULL, permission_id BIGINT UNSIGNED NOT NULL,
  user_id BIGINT UNSIGNED, user_ip_address VARCHAR(100), KEY permission_id (permission_id)
) ENGINE=InnoDB COLLATE utf8mb4_unicode_520_ci;
CREATE TABLE wp_woocommerce_sessions (
  session_id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, session_key CHAR(32) NOT NULL, session_value LONGTEXT NOT NULL,
  session_expiry BIGINT UNSIGNED NOT NULL, UNIQUE KEY session_key (session_key)
) ENGINE=InnoDB COLLATE utf8mb4_unicode_520_ci;
CREATE TABLE wp_woocommerce_payment_tokens (
  token_id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, gateway_id VARCHAR(200) NOT NULL, token TEXT NOT NULL,
  user_id BIGINT UNSIGNED NOT NULL DEFAULT 0, type VARCHAR(200) NOT NULL, is_default TINYINT(1) NOT NULL DEFAULT 0,
  KEY user_id (user_id)
) ENGINE=InnoDB COLLATE utf8mb4_unicode_520_ci;
CREATE TABLE wp_woocommerce_payment_tokenmeta (
  meta_id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, payment_token_id BIGINT UNSIGNED NOT NULL, meta_key VARCHAR(255),
  meta_value LONGTEXT, KEY payment_token_id (payment_token_id)
) ENGINE=InnoDB COLLATE utf8mb4_unicode_520_ci;
