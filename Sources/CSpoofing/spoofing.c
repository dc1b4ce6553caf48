#include "spoofing.h"
#include <unicode/uspoof.h>

spoof_checker *spoof_open(void) {
    UErrorCode status = U_ZERO_ERROR;
    USpoofChecker *checker = uspoof_open(&status);
    return U_SUCCESS(status) ? (spoof_checker *)checker : 0;
}

void spoof_close(spoof_checker *checker) { uspoof_close((USpoofChecker *)checker); }

int32_t spoof_skeleton(const spoof_checker *checker, const char *text, int32_t length, char *skeleton, int32_t room) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t made = uspoof_getSkeletonUTF8((const USpoofChecker *)checker, 0, text, length, skeleton, room, &status);
    return U_SUCCESS(status) && made <= room ? made : -1;
}
