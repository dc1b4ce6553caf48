#define _GNU_SOURCE
#include "mail_reading.h"
#include <errno.h>
#include <gmime/gmime.h>
#include <iconv.h>
#include <string.h>

struct mail_decoder {
    GMimeEncoding state;
    // How many letters of base64 came, and whether they were ended by a mark.
    size_t letters;
    bool is_ended;
};

mail_decoder *mail_decoder_open(int encoding) {
    mail_decoder *decoder = g_new0(mail_decoder, 1);
    // The text of a part that is uuencoded as a whole stays as it is, like one within a text.
    bool is_known = encoding == GMIME_CONTENT_ENCODING_BASE64 || encoding == GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE;
    g_mime_encoding_init_decode(&decoder->state, is_known ? encoding : GMIME_CONTENT_ENCODING_8BIT);
    return decoder;
}

void mail_decoder_close(mail_decoder *decoder) { g_free(decoder); }

size_t mail_decoder_room(mail_decoder *decoder, size_t count) {
    return g_mime_encoding_outlen(&decoder->state, count) + 16;
}

size_t mail_decoder_step(mail_decoder *decoder, const uint8_t *bytes, size_t count, uint8_t *room) {
    if (decoder->state.encoding == GMIME_CONTENT_ENCODING_BASE64) {
        for (size_t index = 0; index < count; index++) {
            if (g_ascii_isalnum(bytes[index]) || bytes[index] == '+' || bytes[index] == '/') decoder->letters++;
            if (bytes[index] == '=') decoder->is_ended = true;
        }
    }
    return g_mime_encoding_step(&decoder->state, (const char *)bytes, count, (char *)room);
}

size_t mail_decoder_finish(mail_decoder *decoder, uint8_t *room) {
    // What is left of a group that was cut off is bytes all the same.
    size_t left = mail_decoder_is_cut(decoder) ? decoder->letters % 4 : 0;
    return left < 2 ? 0 : g_mime_encoding_step(&decoder->state, "==", 4 - left, (char *)room);
}

bool mail_decoder_is_cut(const mail_decoder *decoder) {
    return !decoder->is_ended && decoder->letters % 4 != 0;
}

static const char replacement[] = "\xEF\xBF\xBD";

char *mail_text_utf8(const char *charset, const uint8_t *bytes, size_t count, size_t *length, size_t *replaced) {
    iconv_t converter = iconv_open("UTF-8", g_mime_charset_iconv_name(charset));
    if (converter == (iconv_t)-1) return NULL;
    GByteArray *text = g_byte_array_sized_new((guint)count + 16);
    char *in = (char *)bytes;
    size_t left = count;
    *replaced = 0;
    bool is_over = false;
    while (!is_over) {
        char room[4096];
        char *out = room;
        size_t space = sizeof room;
        // With nothing left, what the converter keeps back is asked for.
        is_over = left == 0;
        size_t done = is_over ? iconv(converter, NULL, NULL, &out, &space) : iconv(converter, &in, &left, &out, &space);
        int error = errno;
        g_byte_array_append(text, (const guint8 *)room, (guint)(out - room));
        if (done != (size_t)-1 || error == E2BIG || left == 0) continue;
        g_byte_array_append(text, (const guint8 *)replacement, 3);
        (*replaced)++;
        in++;
        left--;
    }
    iconv_close(converter);
    *length = text->len;
    return (char *)g_byte_array_free(text, FALSE);
}

void mail_text_free(char *text) { g_free(text); }

struct mail_digest {
    GChecksum *sum;
};

mail_digest *mail_digest_open(void) {
    mail_digest *digest = g_new0(mail_digest, 1);
    digest->sum = g_checksum_new(G_CHECKSUM_SHA256);
    return digest;
}

void mail_digest_add(mail_digest *digest, const uint8_t *bytes, size_t count) {
    if (count > 0) g_checksum_update(digest->sum, bytes, (gssize)count);
}

void mail_digest_close(mail_digest *digest, uint8_t *bytes) {
    gsize room = 32;
    g_checksum_get_digest(digest->sum, bytes, &room);
    g_checksum_free(digest->sum);
    g_free(digest);
}

// A name of a field in printable ASCII with a colon behind it (RFC 5322, 2.2).
static bool is_field(const uint8_t *line, size_t count) {
    for (size_t index = 0; index < count && index < 80; index++) {
        if (line[index] == ':') return index > 0;
        if (line[index] <= ' ' || line[index] > '~') return false;
    }
    return false;
}

void mail_count_lines(const uint8_t *bytes, size_t count, size_t *edges, size_t *fields) {
    *edges = *fields = 0;
    for (size_t start = 0; start < count;) {
        const uint8_t *end = memchr(bytes + start, '\n', count - start);
        size_t length = end ? (size_t)(end - bytes) - start : count - start;
        if (length >= 2 && bytes[start] == '-' && bytes[start + 1] == '-') (*edges)++;
        else if (is_field(bytes + start, length)) (*fields)++;
        start += length + 1;
    }
}

size_t mail_find(const uint8_t *bytes, size_t count, size_t start, const uint8_t *word, size_t length) {
    const uint8_t *found = start < count ? memmem(bytes + start, count - start, word, length) : NULL;
    return found ? (size_t)(found - bytes) : count;
}
