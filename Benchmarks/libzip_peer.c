// libzip's own AES-256 over deflate: libzip_peer LEVEL ARCHIVE FILE..., where level 0 stores.
#include <stdio.h>
#include <stdlib.h>
#include <zip.h>

int main(int argc, char **argv) {
    if (argc < 4) return 2;
    int level = atoi(argv[1]), code;
    zip_t *archive = zip_open(argv[2], ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (!archive) return 1;
    zip_set_default_password(archive, "1234-5678-9012-3456-7890-1234");
    for (int index = 3; index < argc; index++) {
        char name[32];
        snprintf(name, sizeof name, "%d.bin", index);
        zip_source_t *source = zip_source_file(archive, argv[index], 0, -1);
        zip_int64_t entry = source ? zip_file_add(archive, name, source, 0) : -1;
        if (entry < 0) return 1;
        zip_set_file_compression(archive, entry, level ? ZIP_CM_DEFLATE : ZIP_CM_STORE, level);
        zip_file_set_encryption(archive, entry, ZIP_EM_AES_256, NULL);
    }
    return zip_close(archive) == 0 ? 0 : 1;
}
