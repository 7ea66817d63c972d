/* The beginning and the end of what the files of the hook share. */
#include "git/hook_stage.h"

#include <unistd.h>

void jscan_stage_init(struct jscan_stage *stage,
		      struct jscan_repository *repository)
{
	*stage = (struct jscan_stage){.repository = repository,
				      .lock = {.fd = -1},
				      .work_dir_fd = -1};
	jscan_arena_init(&stage->arena);
}

void jscan_stage_release(struct jscan_stage *stage)
{
	jscan_lock_release(&stage->lock);
	jscan_checkin_free(stage->checkin);
	jscan_arena_release(&stage->arena);
	if (stage->work_dir_fd >= 0)
		close(stage->work_dir_fd);
}
