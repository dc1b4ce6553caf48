// Every line of a file of gigabytes is looked at here, so the bytes are compared side by side, in vectors which the
// compiler makes of what the processor has. In Swift the same would be a comparison for each byte.
#include "line_marks.h"
#include <string.h>

enum { WIDTH = 32, MOST = 120 };
typedef uint8_t bytes __attribute__((vector_size(WIDTH)));
typedef uint64_t words __attribute__((vector_size(WIDTH)));
// Vectors are handed from function to function only where those become one.
#pragma clang diagnostic ignored "-Wpsabi"
#define INLINE static inline __attribute__((always_inline))

// As many bytes as come before a line's end, taken from the middle of these.
static const uint8_t edge[2 * WIDTH] = {[0 ... WIDTH - 1] = 0xFF};

struct sums { bytes quotes, balance, others; };

INLINE uint64_t any(bytes vector) {
    words parts = (words)vector;
    return parts[0] | parts[1] | parts[2] | parts[3];
}

// The place of the first byte that is set.
INLINE size_t first(bytes vector) {
    words parts = (words)vector;
    for (size_t part = 0; part < WIDTH / 8; part++)
        if (parts[part]) return part * 8 + (size_t)__builtin_ctzll(parts[part]) / 8;
    return WIDTH;
}

INLINE void add(struct sums *sums, bytes text, bytes counted, struct sought_marks sought) {
    bytes space = {0}, controls = (bytes)(text < (space + 0x20)) & (bytes)(text != (space + 0x0D));
    sums->quotes ^= (bytes)(text == (space + sought.quote)) & counted;
    sums->balance -= (bytes)(text == (space + sought.plus)) & counted;
    sums->balance += (bytes)(text == (space + sought.minus)) & counted;
    sums->others |= ((controls & 1) | ((bytes)(text == (space + '\\')) & 2)) & counted;
}

// The sum of the lanes, each of which is a number with a sign.
INLINE int64_t total(bytes balance) {
    const uint64_t halves = 0x00FF00FF00FF00FF;
    words parts = (words)(balance ^ 0x80);
    words pairs = (parts & halves) + (parts >> 8 & halves);
    uint64_t sums = pairs[0] + pairs[1] + pairs[2] + pairs[3];
    return (int64_t)((sums * 0x0001000100010001) >> 48) - WIDTH * 0x80;
}

INLINE struct line_marks counted(const uint8_t *text, size_t count, struct sought_marks sought) {
    struct sums sums = {{0}, {0}, {0}};
    bytes none = {0}, block, below;
    size_t place = 0, left = MOST, end = WIDTH;
    int64_t balance = 0;
    while (1) {
        if (count - place >= WIDTH) {
            memcpy(&block, text + place, WIDTH);
        } else {
            block = none + sought.newline;
            memcpy(&block, text + place, count - place);
        }
        bytes ends = (bytes)(block == (none + sought.newline));
        if (any(ends)) {
            end = first(ends);
            break;
        }
        add(&sums, block, ~none, sought);
        place += WIDTH;
        // A lane of the balance holds so much and no more.
        if (--left == 0) balance += total(sums.balance), sums.balance = none, left = MOST;
    }
    memcpy(&below, edge + WIDTH - end, WIDTH);
    add(&sums, block, below, sought);
    words quotes = (words)sums.quotes;
    uint64_t odd = quotes[0] ^ quotes[1] ^ quotes[2] ^ quotes[3], others = any(sums.others);
    return (struct line_marks){
        .length = place + end,
        .balance = balance + total(sums.balance),
        .has_open_quote = (uint8_t)__builtin_parityll(odd & 0x0101010101010101),
        .has_backslash = (others & 0x0202020202020202) != 0,
        .has_control = (others & 0x0101010101010101) != 0,
    };
}

#ifdef __x86_64__
__attribute__((target("avx2"))) static struct line_marks
counted_avx2(const uint8_t *text, size_t count, struct sought_marks sought) {
    return counted(text, count, sought);
}
#endif

struct line_marks line_marks(const uint8_t *text, size_t count, struct sought_marks sought) {
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx2")) return counted_avx2(text, count, sought);
#endif
    return counted(text, count, sought);
}
