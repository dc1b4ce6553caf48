#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// GMime behind functions of our own: its headers and GLib's are macros around casts, which Swift cannot read.

// A mail that was taken apart. It reads the bytes it was opened with, which must stay where they are until it is closed.
typedef struct mail_message mail_message;

// Why a mail is not taken apart.
typedef enum {
    mail_is_read,
    mail_is_none,
    mail_has_too_many_parts,
    mail_is_too_deep,
} mail_problem;

// One part that holds no other parts. Texts are UTF-8 or null, and belong to the mail.
typedef struct {
    const char *path;        // where it stands: 1, 2.1
    const char *type;        // such as text/plain, in small letters
    const char *name;        // the file name it was given
    const char *charset;     // as the mail says it
    bool is_attachment;      // whether the mail says so
    int encoding;            // how its bytes are written; for mail_decoder_open
    size_t start, end;       // where they stand in the bytes of the mail
} mail_part;

// Makes the library ready, once in the life of the process and before anything else.
void mail_reading_start(void);

// Takes a mail apart; null with a problem.
mail_message *mail_open(const uint8_t *bytes, size_t count, size_t most_parts, size_t most_levels, mail_problem *problem);
void mail_close(mail_message *mail);

// Whether a part or the end of a multipart is missing.
bool mail_is_cut(const mail_message *mail);
// Whether it holds a part that is encrypted as a whole.
bool mail_is_encrypted(const mail_message *mail);
// Whether a line of a header is no field, and was left out.
bool mail_has_broken_lines(const mail_message *mail);

size_t mail_part_count(const mail_message *mail);
const mail_part *mail_part_at(const mail_message *mail, size_t index);

// The fields of the header, in their order; the value decoded, in UTF-8 as far as the mail is right.
size_t mail_field_count(const mail_message *mail);
const char *mail_field_name(const mail_message *mail, size_t index);
const char *mail_field_value(const mail_message *mail, size_t index);
const char *mail_field_raw(const mail_message *mail, size_t index);

// The time of a Date field as its own clock showed it, in ISO 8601, written into room for 40 bytes; false where it is none.
bool mail_date(const char *value, char *text);

// The addresses of a raw field, also those in groups.
typedef struct mail_people mail_people;
mail_people *mail_people_open(const char *raw);
void mail_people_close(mail_people *people);
size_t mail_people_count(const mail_people *people);
const char *mail_people_name(const mail_people *people, size_t index);
const char *mail_people_address(const mail_people *people, size_t index);

// Decodes base64 and quoted-printable piece by piece; other encodings stay as they are.
typedef struct mail_decoder mail_decoder;
mail_decoder *mail_decoder_open(int encoding);
void mail_decoder_close(mail_decoder *decoder);
// How much room a piece of so many bytes needs at most.
size_t mail_decoder_room(mail_decoder *decoder, size_t count);
size_t mail_decoder_step(mail_decoder *decoder, const uint8_t *bytes, size_t count, uint8_t *room);
// Writes what is left of a group of base64 that was cut off, at most 16 bytes.
size_t mail_decoder_finish(mail_decoder *decoder, uint8_t *room);
// Whether what was decoded ended in the middle of a group of base64.
bool mail_decoder_is_cut(const mail_decoder *decoder);

// A text of a charset in UTF-8, with U+FFFD in place of each byte that is none of it; null where nobody knows the
// charset. What comes back is freed with mail_text_free.
char *mail_text_utf8(const char *charset, const uint8_t *bytes, size_t count, size_t *length, size_t *replaced);
void mail_text_free(char *text);

// SHA-256, piece by piece.
typedef struct mail_digest mail_digest;
mail_digest *mail_digest_open(void);
void mail_digest_add(mail_digest *digest, const uint8_t *bytes, size_t count);
// Writes the 32 bytes and closes it.
void mail_digest_close(mail_digest *digest, uint8_t *bytes);

// What a mail would cost to take apart, before it is: how many lines look like the edge of a part, and how many like a
// field of a header.
void mail_count_lines(const uint8_t *bytes, size_t count, size_t *edges, size_t *fields);

// The first place of a word in memory at or after a start, by the C library's memmem; count where it is not there.
size_t mail_find(const uint8_t *bytes, size_t count, size_t start, const uint8_t *word, size_t length);
