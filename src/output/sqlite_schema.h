/* The schema of the database; what stands behind the rows. */
#ifndef JSCAN_OUTPUT_SQLITE_SCHEMA_H
#define JSCAN_OUTPUT_SQLITE_SCHEMA_H

/* To be run before the first row, and after the last. */
extern const char jscan_sqlite_schema[];
extern const char jscan_sqlite_ending[];

#endif
