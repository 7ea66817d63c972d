/* weights.txt: what training has found; see train/train.c. */
#include "gen.h"

void gen_read_weights(const char *path)
{
	(void)path;
}

void gen_write_weights(const char *folder)
{
	(void)folder;
}
