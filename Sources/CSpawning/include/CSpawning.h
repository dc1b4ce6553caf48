#pragma once
#include <stddef.h>
#include <sys/types.h>

// Only what Swift's Glibc does not show, because it is GNU's own: pipes that no other program inherits, files in memory,
// and starting a program in a folder, in a session of its own, without our descriptors and with a limit on its memory.

// Makes a pipe whose ends are closed in whatever is started; 0, or an errno.
int inzage_pipe(int *reading, int *writing);

// Makes a file that lies in memory alone and goes when it is closed; its descriptor, or -1.
int inzage_memory_file(void);

// Starts a program with the three descriptors as its standard input, output and error; 0, or an errno.
int inzage_spawn(
    pid_t *process, const char *path, char *const words[], char *const environment[], const char *folder,
    const int descriptors[3], size_t memory_limit
);
