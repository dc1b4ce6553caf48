#define _GNU_SOURCE
#include "CSpawning.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

int inzage_pipe(int *reading, int *writing) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return errno;
    *reading = ends[0];
    *writing = ends[1];
    return 0;
}

int inzage_memory_file(void) { return memfd_create("inzage", MFD_CLOEXEC); }

// What is done between a program's birth and its first instruction.
static int prepare(
    posix_spawn_file_actions_t *actions, posix_spawnattr_t *attributes, const char *folder, const int descriptors[3]
) {
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    int code = posix_spawn_file_actions_addchdir_np(actions, folder);
    for (int number = 0; code == 0 && number < 3; number++)
        code = posix_spawn_file_actions_adddup2(actions, descriptors[number], number);
    if (code == 0) code = posix_spawn_file_actions_addclosefrom_np(actions, 3);
    // Signals that we block or ignore are not blocked or ignored for it.
    if (code == 0) code = posix_spawnattr_setsigmask(attributes, &none);
    if (code == 0) code = posix_spawnattr_setsigdefault(attributes, &all);
    if (code == 0)
        code = posix_spawnattr_setflags(
            attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID
        );
    return code;
}

int inzage_spawn(
    pid_t *process, const char *path, char *const words[], char *const environment[], const char *folder,
    const int descriptors[3], size_t memory_limit
) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int code = posix_spawn_file_actions_init(&actions);
    if (code != 0) return code;
    code = posix_spawnattr_init(&attributes);
    if (code == 0) {
        code = prepare(&actions, &attributes, folder, descriptors);
        if (code == 0) code = posix_spawn(process, path, &actions, &attributes, words, environment);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    if (code != 0) return code;
    // It has been told nothing yet, and whatever it starts takes the limit over.
    struct rlimit limit = {.rlim_cur = memory_limit, .rlim_max = memory_limit};
    prlimit(*process, RLIMIT_AS, &limit, NULL);
    struct rlimit core = {.rlim_cur = 0, .rlim_max = 0};
    prlimit(*process, RLIMIT_CORE, &core, NULL);
    return 0;
}
