#pragma once
#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/http.h>
#include <openssl/pem.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <string.h>

// Swift calls no function that takes any number of arguments.
static inline EVP_PKEY *p256_key_new(void) { return EVP_EC_gen("P-256"); }

// Swift imports no constant that is made of others by arithmetic.
static inline int x509_name_write(BIO *out, const X509_NAME *name) {
    return X509_NAME_print_ex(out, name, 0, XN_FLAG_ONELINE & ~ASN1_STRFLGS_ESC_MSB);
}

// X509V3_CTX is filled by macros.
static inline int x509_extend(X509 *certificate, int nid, const char *value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, NULL, NULL, 0);
    X509V3_set_ctx_nodb(&context);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(NULL, &context, nid, value);
    if (extension == NULL) return 0;
    int added = X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
    return added;
}
