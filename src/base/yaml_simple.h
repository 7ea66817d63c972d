/*
 * The YAML that nearly all front matter is written in, read without libyaml:
 * maps and lists by indentation, keys without marks, values of one line.
 */
#ifndef JSCAN_BASE_YAML_SIMPLE_H
#define JSCAN_BASE_YAML_SIMPLE_H

#include "base/yaml.h"

/*
 * The tree that jscan_yaml_parse() gives, or NULL when there is anything in
 * `bytes` that is not simple, be it right or wrong: then libyaml has to say
 * what it is.
 */
struct jscan_yaml *jscan_yaml_read_simple(const char *bytes, size_t len,
					  unsigned first_line,
					  struct jscan_arena *arena);

#endif
