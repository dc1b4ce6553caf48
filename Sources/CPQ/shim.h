#pragma once
#include <libpq-fe.h>

// PG_DIAG_* are characters of C, which Swift does not import as numbers.
static const int inzage_pq_sqlstate = PG_DIAG_SQLSTATE;
static const int inzage_pq_message = PG_DIAG_MESSAGE_PRIMARY;
