/* Which paths git can hold. */
#ifndef JSCAN_GIT_STORABLE_H
#define JSCAN_GIT_STORABLE_H

#include <stdbool.h>

/* False when git, or git on some system, would take a part of the path for its
 * own folder. */
bool jscan_git_is_storable(const char *path);

#endif
