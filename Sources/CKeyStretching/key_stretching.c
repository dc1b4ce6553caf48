// PBKDF2 is a chain of blocks of SHA-1 that waits for itself. The four chains of a key, and four keys, are independent:
// here they go side by side, one in each lane of a vector, which the compiler makes of what the processor has.
#include "key_stretching.h"
#include <string.h>

enum { CHAINS = STRETCH_OUTPUT / 20, LANES = STRETCH_KEYS * CHAINS };
typedef uint32_t lanes __attribute__((vector_size(4 * LANES)));
#define INLINE static inline __attribute__((always_inline))
#define ROTATED(x, bits) ((x) << (bits) | (x) >> (32 - (bits)))

// All that must not stay behind.
struct work { lanes inner[5], outer[5], state[5], sum[5], block[16]; };
static const uint32_t start[5] = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};

// SHA-1's compression (FIPS 180-4, 6.1.3), which keeps the last 16 words of the schedule only.
INLINE void compress(lanes state[5], lanes word[16]) {
    lanes a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
#pragma clang loop unroll(full)
    for (int t = 0; t < 80; t++) {
        if (t >= 16) {
            lanes mixed = word[(t + 13) & 15] ^ word[(t + 8) & 15] ^ word[(t + 2) & 15] ^ word[t & 15];
            word[t & 15] = ROTATED(mixed, 1);
        }
        lanes choice = d ^ (b & (c ^ d)), parity = b ^ c ^ d, majority = (b & c) | (d & (b | c));
        lanes function = t < 20 ? choice : t >= 40 && t < 60 ? majority : parity;
        uint32_t constant = t < 20 ? 0x5A827999 : t < 40 ? 0x6ED9EBA1 : t < 60 ? 0x8F1BBCDC : 0xCA62C1D6;
        lanes next = ROTATED(a, 5) + function + (e + (word[t & 15] + constant));
        e = d, d = c, c = ROTATED(b, 30), b = a, a = next;
    }
    state[0] += a, state[1] += b, state[2] += c, state[3] += d, state[4] += e;
}

// Hashes a state, as a message of 20 bytes, on top of another one that took in the 64 bytes of a key.
INLINE void hash(lanes state[5], const lanes keyed[5]) {
    lanes word[16] = {0};
    for (int i = 0; i < 5; i++) word[i] = state[i], state[i] = keyed[i];
    word[5] += 0x80000000;
    word[15] += (64 + 20) * 8;
    compress(state, word);
}

INLINE void repeat(struct work *work, uint32_t rounds) {
    for (uint32_t round = 0; round < rounds; round++) {
        hash(work->state, work->inner);
        hash(work->state, work->outer);
        for (int i = 0; i < 5; i++) work->sum[i] ^= work->state[i];
    }
}

#ifdef __x86_64__
__attribute__((target("avx512f"))) static void repeat_avx512(struct work *work, uint32_t rounds) { repeat(work, rounds); }
__attribute__((target("avx2"))) static void repeat_avx2(struct work *work, uint32_t rounds) { repeat(work, rounds); }
#endif

static void repeat_anywhere(struct work *work, uint32_t rounds) {
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx512f")) return repeat_avx512(work, rounds);
    if (__builtin_cpu_supports("avx2")) return repeat_avx2(work, rounds);
#endif
    repeat(work, rounds);
}

static uint32_t big_endian(const uint8_t *bytes) {
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

// Takes in a password, as HMAC wants it before a message (RFC 2104).
static void take_key(struct work *work, lanes state[5], const uint8_t *password, size_t length, uint8_t pad) {
    uint8_t block[64];
    for (size_t i = 0; i < sizeof block; i++) block[i] = (i < length ? password[i] : 0) ^ pad;
    for (int i = 0; i < 16; i++) work->block[i] = (lanes){0} + big_endian(block + 4 * i);
    for (int i = 0; i < 5; i++) state[i] = (lanes){0} + start[i];
    compress(state, work->block);
    explicit_bzero(block, sizeof block);
}

void stretch_keys(const uint8_t *password, size_t length, const uint8_t *salts, uint32_t rounds, uint8_t *keys) {
    struct work work = {0};
    take_key(&work, work.inner, password, length, 0x36);
    take_key(&work, work.outer, password, length, 0x5C);
    for (int lane = 0; lane < LANES; lane++) {
        // The first message is a salt and the chain's number: 20 bytes too.
        const uint8_t *salt = salts + lane / CHAINS * STRETCH_SALT;
        for (int i = 0; i < 4; i++) work.state[i][lane] = big_endian(salt + 4 * i);
        work.state[4][lane] = 1 + lane % CHAINS;
    }
    repeat_anywhere(&work, rounds);
    for (int lane = 0; lane < LANES; lane++)
        for (int i = 0; i < 20; i++)
            keys[20 * lane + i] = (uint8_t)(work.sum[i / 4][lane] >> (24 - i % 4 * 8));
    explicit_bzero(&work, sizeof work);
}
