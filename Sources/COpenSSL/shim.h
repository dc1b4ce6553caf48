#pragma once
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/err.h>
#include <openssl/rand.h>
#include <openssl/core_names.h>
#include <openssl/params.h>
#include <openssl/crypto.h>
#include "signatures.h"

// OSSL_PARAM keeps the pointers of the strings it is made of; those that Swift makes of its own strings are gone
// when the call that made the parameter returns.
static inline int hmac_sha1_init(EVP_MAC_CTX *context, const unsigned char *key, size_t length) {
    char digest[] = "SHA1";
    OSSL_PARAM parameters[2];
    parameters[0] = OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0);
    parameters[1] = OSSL_PARAM_construct_end();
    return EVP_MAC_init(context, key, length, parameters);
}
