#pragma once
#include <libxml/xmlversion.h>
// Debian's libxml2 names ICU's converters in its headers, and Foundation has an ICU of another version: a file that saw
// both would not compile. Only two pointers at the end of a struct go, which nothing here reads.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
