#pragma once
#include <stddef.h>
#include <stdint.h>

enum {
    /// How many keys are stretched at once.
    STRETCH_KEYS = 4,
    /// The bytes of a key's salt: WinZip's, for AES-256.
    STRETCH_SALT = 16,
    /// The bytes of a key: four blocks of SHA-1.
    STRETCH_OUTPUT = 80,
    /// The bytes of the longest password.
    STRETCH_PASSWORD = 64,
};

/// PBKDF2 with HMAC-SHA1 (RFC 8018, 5.2) of one password with four salts, which stand one after the other as the keys do.
void stretch_keys(const uint8_t *password, size_t length, const uint8_t *salts, uint32_t rounds, uint8_t *keys);
