#pragma once
#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>

// Swift does not import macros that are made of other macros by arithmetic.
static const uint32_t isal_level_1_buffer_size = ISAL_DEF_LVL1_DEFAULT;
