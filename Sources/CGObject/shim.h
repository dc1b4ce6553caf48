#pragma once
// Empty on purpose: GObject's headers are macros around casts, which Swift cannot read. CMailReading includes them, and
// gets from here where they lie.
