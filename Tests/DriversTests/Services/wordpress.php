<?php
/*
 * Installs WordPress into an empty database, lets WordPress itself write what people leave there, and prints what its own
 * exporters give of one of them, as JSON: a list of values by their names for each exporter.
 *
 * Arguments: WordPress's folder, an empty folder for its content, the server's socket, the database.
 */
[, $program, $content, $socket, $database] = $argv;
error_reporting(E_ERROR);
define('ABSPATH', $program . '/');
define('WP_CONTENT_DIR', $content);
define('DB_NAME', $database);
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . $socket);
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
foreach (['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'] as $name) {
    define($name, 'of no use elsewhere');
}
define('WP_INSTALLING', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
$table_prefix = 'wp_';
$_SERVER += ['HTTP_HOST' => 'shop.example', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REQUEST_URI' => '/', 'REMOTE_ADDR' => '192.0.2.7', 'HTTP_USER_AGENT' => 'Browser/1'];
require ABSPATH . 'wp-settings.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
// Nothing is mailed.
add_filter('pre_wp_mail', '__return_true');
wp_install('Shop', 'master', 'master@shop.example', false, '', 'of no use');

function person($login, $mail, $name) {
    $id = wp_insert_user([
        'user_login' => $login, 'user_pass' => 'of no use', 'user_email' => $mail, 'first_name' => $name, 'last_name' => 'Known',
        'display_name' => "$name K.", 'description' => "$name likes tea", 'user_url' => "https://$login.example",
    ]);
    if (is_wp_error($id)) { fwrite(STDERR, $id->get_error_message()); exit(1); }
    WP_Session_Tokens::get_instance($id)->create(time() + 3600);
    WP_Application_Passwords::create_new_application_password($id, ['name' => 'Telephone']);
    $page = wp_insert_post(['post_author' => $id, 'post_title' => "A page by $name", 'post_content' => "$name wrote", 'post_status' => 'publish']);
    wp_insert_attachment(['post_author' => $id, 'post_title' => "A picture by $name", 'post_mime_type' => 'image/png', 'guid' => "https://shop.example/$login.png"]);
    foreach (['1', '0', 'spam', 'trash'] as $state) {
        wp_insert_comment([
            'comment_post_ID' => $page, 'user_id' => $id, 'comment_author' => $name, 'comment_author_email' => $mail,
            'comment_author_url' => "https://$login.example", 'comment_author_IP' => '192.0.2.7', 'comment_agent' => 'Browser/1',
            'comment_content' => "$name says $state", 'comment_approved' => $state, 'comment_meta' => ['rating' => '5'],
        ]);
    }
    wp_create_user_request($mail, 'export_personal_data');
}

person('kim', 'kim@example.org', 'Kim');
person('lee', 'kim@example.organic', 'Lee');

$given = [];
foreach (apply_filters('wp_privacy_personal_data_exporters', []) as $id => $exporter) {
    for ($page = 1, $done = false; !$done; $page++) {
        $answer = call_user_func($exporter['callback'], 'Kim@example.org', $page);
        $done = $answer['done'];
        foreach ($answer['data'] as $group) {
            foreach ($group['data'] as $item) { $given[$id][] = [$item['name'], (string) $item['value']]; }
        }
    }
}
echo json_encode(['version' => $wp_version, 'given' => $given]), "\n";
