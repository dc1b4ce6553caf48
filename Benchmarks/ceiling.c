// The ceiling of sealing: ISA-L, SHA-256, AES-256 and HMAC-SHA1 alone on bytes that are in memory already, nothing
// written. Level 0 leaves ISA-L out. Prints the bytes of input and of output and the seconds: ceiling THREADS LEVEL FILE...
#include <fcntl.h>
#include <isa-l/igzip_lib.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { STEP = 240 * 1024, ROOM = STEP + STEP / 4 };
struct input { uint8_t *bytes; size_t size; };
static struct input *inputs;
static int count, level;
static atomic_int next;
static atomic_size_t produced;

static void check(int good, const char *what) {
    if (!good) { fprintf(stderr, "ceiling: %s\n", what); exit(1); }
}

static void seal(const struct input *input, uint8_t *out, uint8_t *room) {
    static const uint8_t key[32] = {1};
    struct isal_zstream stream;
    isal_deflate_init(&stream);
    stream.level = 1;
    stream.level_buf = room;
    stream.level_buf_size = ISAL_DEF_LVL1_DEFAULT;
    EVP_MD_CTX *digest = EVP_MD_CTX_new();
    EVP_CIPHER_CTX *cipher = EVP_CIPHER_CTX_new();
    EVP_MAC *hmac = EVP_MAC_fetch(NULL, "HMAC", NULL);
    EVP_MAC_CTX *code = EVP_MAC_CTX_new(hmac);
    OSSL_PARAM sha1[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, "SHA1", 0), OSSL_PARAM_construct_end()};
    check(EVP_DigestInit_ex(digest, EVP_sha256(), NULL) && EVP_MAC_init(code, key, sizeof key, sha1)
        && EVP_EncryptInit_ex(cipher, EVP_aes_256_ctr(), NULL, key, key), "no cryptography");
    for (size_t start = 0; start < input->size; start += STEP) {
        size_t length = input->size - start < STEP ? input->size - start : STEP;
        EVP_DigestUpdate(digest, input->bytes + start, length);
        if (level == 0) {
            int size;
            EVP_EncryptUpdate(cipher, out, &size, input->bytes + start, length);
            EVP_MAC_update(code, out, length);
            produced += length;
            continue;
        }
        stream.next_in = input->bytes + start;
        stream.avail_in = length;
        stream.end_of_stream = start + STEP >= input->size;
        do {
            int size;
            stream.next_out = out;
            stream.avail_out = ROOM;
            check(isal_deflate(&stream) == COMP_OK, "no compression");
            size_t made = ROOM - stream.avail_out;
            EVP_EncryptUpdate(cipher, out, &size, out, made);
            EVP_MAC_update(code, out, made);
            produced += made;
        } while (stream.avail_out == 0);
    }
    uint8_t end[64];
    size_t size;
    EVP_DigestFinal_ex(digest, end, NULL);
    EVP_MAC_final(code, end, &size, sizeof end);
    EVP_MAC_CTX_free(code);
    EVP_MAC_free(hmac);
    EVP_CIPHER_CTX_free(cipher);
    EVP_MD_CTX_free(digest);
}

static void *work(void *unused) {
    (void)unused;
    uint8_t *out = malloc(ROOM), *room = malloc(ISAL_DEF_LVL1_DEFAULT);
    for (int index; (index = next++) < count;) seal(&inputs[index], out, room);
    free(room);
    free(out);
    return NULL;
}

int main(int argc, char **argv) {
    int threads = argc > 3 ? atoi(argv[1]) : 0;
    check(threads > 0 && threads <= 64, "usage: ceiling THREADS LEVEL FILE...");
    level = atoi(argv[2]);
    count = argc - 3;
    inputs = calloc(count, sizeof *inputs);
    size_t total = 0;
    for (int index = 0; index < count; index++) {
        struct stat status;
        int file = open(argv[index + 3], O_RDONLY);
        check(file >= 0 && fstat(file, &status) == 0 && status.st_size > 0, "cannot read a file");
        inputs[index].size = status.st_size;
        inputs[index].bytes = mmap(NULL, status.st_size, PROT_READ, MAP_SHARED | MAP_POPULATE, file, 0);
        check(inputs[index].bytes != MAP_FAILED, "cannot read a file");
        total += status.st_size;
        close(file);
    }
    struct timespec begun, ended;
    pthread_t all[64];
    clock_gettime(CLOCK_MONOTONIC, &begun);
    for (int thread = 0; thread < threads; thread++) check(!pthread_create(&all[thread], NULL, work, NULL), "no thread");
    for (int thread = 0; thread < threads; thread++) pthread_join(all[thread], NULL);
    clock_gettime(CLOCK_MONOTONIC, &ended);
    double seconds = ended.tv_sec - begun.tv_sec + (ended.tv_nsec - begun.tv_nsec) / 1e9;
    printf("{\"input\": %zu, \"output\": %zu, \"seconds\": %.6f}\n", total, (size_t)produced, seconds);
    return 0;
}
