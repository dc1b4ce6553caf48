#pragma once
#include <stdint.h>

// ICU's checker behind names of our own: Foundation has an ICU of another version, and both in one file do not compile.
typedef struct spoof_checker spoof_checker;

// A checker that many threads may use; null where ICU has no data.
spoof_checker *spoof_open(void);
void spoof_close(spoof_checker *checker);

// Writes a text's skeleton (Unicode Technical Standard 39) and gives its length in bytes; -1 where it does not go.
int32_t spoof_skeleton(const spoof_checker *checker, const char *text, int32_t length, char *skeleton, int32_t room);
