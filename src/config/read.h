/* Reading the values of a configuration file, for src/config alone. */
#ifndef JSCAN_CONFIG_READ_H
#define JSCAN_CONFIG_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "base/yaml.h"
#include "config/config.h"

/* One file being read.  Each function below returns 0, or -1 with *err set. */
struct jscan_read {
	struct jscan_config *config;
	struct jscan_arena *arena;
	const char *path;
	struct jscan_error *err;
};

/* A key and what reads its value. */
struct jscan_read_key {
	const char *name;
	int (*read)(const struct jscan_read *read,
		    const struct jscan_yaml *value);
};

/* Always -1: "'key' takes `what`". */
int jscan_read_fail(const struct jscan_read *read,
		    const struct jscan_yaml *value, const char *what);

/* Always -1: an unknown key, with the nearest of the known ones. */
int jscan_read_refuse_key(const struct jscan_read *read,
			  const struct jscan_yaml *value,
			  const char *const *names, size_t count);

int jscan_read_text(const struct jscan_read *read,
		    const struct jscan_yaml *value, const char **out);
int jscan_read_bool(const struct jscan_read *read,
		    const struct jscan_yaml *value, bool *out);
int jscan_read_span(const struct jscan_read *read,
		    const struct jscan_yaml *value, struct jscan_span *out);
int jscan_read_days(const struct jscan_read *read,
		    const struct jscan_yaml *value, int *out);

/* Text, or a list of texts; *places, when not NULL, is where each stands. */
int jscan_read_texts(const struct jscan_read *read,
		     const struct jscan_yaml *value, struct jscan_texts *out,
		     const struct jscan_config_place **places);

/* A mapping without a key that is there twice; `what` is what it maps. */
int jscan_read_check_map(const struct jscan_read *read,
			 const struct jscan_yaml *value, const char *what);

/* Reads each member of a mapping by a table of keys. */
int jscan_read_map(const struct jscan_read *read, const struct jscan_yaml *map,
		   const struct jscan_read_key *keys, size_t count);

#define JSCAN_READ_MAP(read, map, keys) \
	jscan_read_map((read), (map), (keys), sizeof(keys) / sizeof((keys)[0]))

/* A path that stays below the folder: no root, no "..", no ".git". */
bool jscan_path_is_inside(const char *path);

/* The parts of a configuration that are a person's own words. */
int jscan_read_templates(const struct jscan_read *read,
			 const struct jscan_yaml *value);
int jscan_read_keys(const struct jscan_read *read,
		    const struct jscan_yaml *value);
int jscan_read_sections(const struct jscan_read *read,
			const struct jscan_yaml *value);
int jscan_read_weaknesses(const struct jscan_read *read,
			  const struct jscan_yaml *value);

#endif
