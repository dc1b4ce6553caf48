#include "mail_reading.h"
#include <gmime/gmime.h>
#include <string.h>

static GMimeParserOptions *options_for_all;

void mail_reading_start(void) {
    g_mime_init();
    // A mail in a mail is a document: taken as a part, its bytes stay what they are.
    static const char *const mails[] = {"rfc822", "rfc2822", "global", "news"};
    for (size_t index = 0; index < G_N_ELEMENTS(mails); index++)
        g_mime_object_register_type("message", mails[index], GMIME_TYPE_PART);
    // What stands in a header without being encoded is most often one of these.
    static const char *charsets[] = {"utf-8", "windows-1252", NULL};
    options_for_all = g_mime_parser_options_new();
    g_mime_parser_options_set_fallback_charsets(options_for_all, charsets);
}

struct mail_message {
    GByteArray bytes;
    GMimeParserOptions *options;
    GMimeMessage *message;
    GArray *parts;
    size_t most_parts, most_levels, nodes;
    bool is_cut, is_encrypted, is_too_deep, has_broken_lines;
};

static void take_warning(gint64 offset, GMimeParserWarning warning, const gchar *item, gpointer context) {
    (void)offset;
    (void)item;
    mail_message *mail = context;
    if (warning == GMIME_WARN_TRUNCATED_MESSAGE || warning == GMIME_CRIT_MULTIPART_WITHOUT_BOUNDARY) mail->is_cut = true;
    if (warning == GMIME_CRIT_INVALID_HEADER_NAME) mail->has_broken_lines = true;
    if (warning == GMIME_CRIT_NESTING_OVERFLOW) mail->is_too_deep = true;
}

static void free_part(gpointer element) {
    mail_part *part = element;
    g_free((char *)part->path);
    g_free((char *)part->type);
    g_free((char *)part->name);
    g_free((char *)part->charset);
}

static char *type_of(GMimeObject *object) {
    char *type = g_mime_content_type_get_mime_type(g_mime_object_get_content_type(object));
    char *small = g_ascii_strdown(type, -1);
    g_free(type);
    return small;
}

static void take_leaf(mail_message *mail, GMimeObject *object, const char *path) {
    mail_part part = {.path = g_strdup(path), .type = type_of(object)};
    part.charset = g_strdup(g_mime_object_get_content_type_parameter(object, "charset"));
    const char *disposition = g_mime_object_get_disposition(object);
    part.is_attachment = disposition && g_ascii_strcasecmp(disposition, "attachment") == 0;
    if (GMIME_IS_PART(object)) {
        part.name = g_strdup(g_mime_part_get_filename((GMimePart *)object));
        GMimeDataWrapper *content = g_mime_part_get_content((GMimePart *)object);
        part.encoding = g_mime_part_get_content_encoding((GMimePart *)object);
        GMimeStream *stream = content ? g_mime_data_wrapper_get_stream(content) : NULL;
        if (stream) {
            part.start = (size_t)stream->bound_start;
            part.end = stream->bound_end < 0 ? mail->bytes.len : (size_t)stream->bound_end;
        }
    }
    if (strcmp(part.type, "application/pkcs7-mime") == 0 || strcmp(part.type, "application/x-pkcs7-mime") == 0) {
        const char *kind = g_mime_object_get_content_type_parameter(object, "smime-type");
        if (!kind || g_ascii_strcasecmp(kind, "enveloped-data") == 0) mail->is_encrypted = true;
    }
    g_array_append_val(mail->parts, part);
}

static mail_problem take_object(mail_message *mail, GMimeObject *object, const char *path, size_t level) {
    if (++mail->nodes > mail->most_parts) return mail_has_too_many_parts;
    if (level > mail->most_levels) return mail_is_too_deep;
    if (!GMIME_IS_MULTIPART(object)) {
        take_leaf(mail, object, *path ? path : "1");
        return mail_is_read;
    }
    if (GMIME_IS_MULTIPART_ENCRYPTED(object)) mail->is_encrypted = true;
    int count = g_mime_multipart_get_count((GMimeMultipart *)object);
    for (int index = 0; index < count; index++) {
        char *inner = *path ? g_strdup_printf("%s.%d", path, index + 1) : g_strdup_printf("%d", index + 1);
        mail_problem problem = take_object(mail, g_mime_multipart_get_part((GMimeMultipart *)object, index), inner, level + 1);
        g_free(inner);
        if (problem != mail_is_read) return problem;
    }
    return mail_is_read;
}

mail_message *mail_open(const uint8_t *bytes, size_t count, size_t most_parts, size_t most_levels, mail_problem *problem) {
    mail_message *mail = g_new0(mail_message, 1);
    // Only read: the stream does not own the array.
    mail->bytes = (GByteArray){.data = (guint8 *)bytes, .len = (guint)count};
    mail->most_parts = most_parts;
    mail->most_levels = most_levels;
    mail->parts = g_array_new(FALSE, FALSE, sizeof(mail_part));
    g_array_set_clear_func(mail->parts, free_part);
    mail->options = g_mime_parser_options_clone(options_for_all);
    g_mime_parser_options_set_warning_callback(mail->options, take_warning, mail);
    GMimeStream *stream = g_mime_stream_mem_new();
    g_mime_stream_mem_set_byte_array((GMimeStreamMem *)stream, &mail->bytes);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    g_mime_parser_set_respect_content_length(parser, FALSE);
    mail->message = g_mime_parser_construct_message(parser, mail->options);
    g_object_unref(parser);
    g_object_unref(stream);
    *problem = mail->message ? mail_is_read : mail_is_none;
    GMimeObject *root = mail->message ? g_mime_message_get_mime_part(mail->message) : NULL;
    if (root) *problem = take_object(mail, root, "", 0);
    if (mail->is_too_deep) *problem = mail_is_too_deep;
    if (*problem == mail_is_read) return mail;
    mail_close(mail);
    return NULL;
}

void mail_close(mail_message *mail) {
    if (mail->message) g_object_unref(mail->message);
    g_mime_parser_options_free(mail->options);
    g_array_free(mail->parts, TRUE);
    g_free(mail);
}

bool mail_is_cut(const mail_message *mail) { return mail->is_cut; }
bool mail_is_encrypted(const mail_message *mail) { return mail->is_encrypted; }
bool mail_has_broken_lines(const mail_message *mail) { return mail->has_broken_lines; }
size_t mail_part_count(const mail_message *mail) { return mail->parts->len; }
const mail_part *mail_part_at(const mail_message *mail, size_t index) {
    return &g_array_index(mail->parts, mail_part, index);
}

// The message's own fields and, behind them, those of its content: GMime keeps the two apart.
static GMimeHeaderList *list_of(const mail_message *mail, size_t *index) {
    GMimeHeaderList *own = g_mime_object_get_header_list((GMimeObject *)mail->message);
    size_t count = (size_t)g_mime_header_list_get_count(own);
    GMimeObject *root = g_mime_message_get_mime_part(mail->message);
    if (*index < count || !root) return own;
    *index -= count;
    return g_mime_object_get_header_list(root);
}

size_t mail_field_count(const mail_message *mail) {
    GMimeObject *root = g_mime_message_get_mime_part(mail->message);
    int count = g_mime_header_list_get_count(g_mime_object_get_header_list((GMimeObject *)mail->message));
    if (root) count += g_mime_header_list_get_count(g_mime_object_get_header_list(root));
    return (size_t)count;
}

static GMimeHeader *field_at(const mail_message *mail, size_t index) {
    GMimeHeaderList *list = list_of(mail, &index);
    return g_mime_header_list_get_header_at(list, (int)index);
}

const char *mail_field_name(const mail_message *mail, size_t index) {
    return g_mime_header_get_name(field_at(mail, index));
}
const char *mail_field_value(const mail_message *mail, size_t index) {
    return g_mime_header_get_value(field_at(mail, index));
}
const char *mail_field_raw(const mail_message *mail, size_t index) {
    return g_mime_header_get_raw_value(field_at(mail, index));
}

bool mail_date(const char *value, char *text) {
    GDateTime *date = g_mime_utils_header_decode_date(value);
    if (!date) return false;
    char *written = g_date_time_format(date, "%Y-%m-%dT%H:%M:%S%:z");
    g_date_time_unref(date);
    bool fits = written && strlen(written) < 40;
    if (fits) strcpy(text, written);
    g_free(written);
    return fits;
}
