#ifndef LINE_MARKS_H
#define LINE_MARKS_H

#include <stddef.h>
#include <stdint.h>

// The bytes that are counted in a line.
struct sought_marks {
    uint8_t newline, quote, plus, minus;
};

// What stands in a line.
struct line_marks {
    // How long it is without the byte that ends it.
    size_t length;
    // How many more of `plus` stand in it than of `minus`.
    int64_t balance;
    // Whether the number of quotes is odd.
    uint8_t has_open_quote;
    uint8_t has_backslash;
    // Whether a control character stands in it that is no carriage return.
    uint8_t has_control;
};

// Counts in the line with which a text begins: up to the byte that ends it, or the text's end.
struct line_marks line_marks(const uint8_t *text, size_t count, struct sought_marks sought);

#endif
