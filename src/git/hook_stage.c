/* The beginning and the end of what the files of the hook share. */
#include "git/hook_stage.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "git/internal.h"

void jscan_stage_init(struct jscan_stage *stage,
		      struct jscan_repository *repository)
{
	*stage = (struct jscan_stage){.repository = repository,
				      .lock = {.fd = -1},
				      .work_dir_fd = -1};
	jscan_arena_init(&stage->arena);
}

int jscan_stage_open_work_dir(struct jscan_stage *stage,
			      struct jscan_error *err)
{
	const char *path = stage->repository->work_dir;

	stage->work_dir_fd = jscan_file_open(
		AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	if (stage->work_dir_fd < 0)
		return jscan_error_set(err, JSCAN_ERR_IO,
				       "cannot read '%s': %s", path,
				       strerror(errno));
	return 0;
}

void jscan_stage_release(struct jscan_stage *stage)
{
	jscan_lock_release(&stage->lock);
	jscan_checkin_free(stage->checkin);
	jscan_arena_release(&stage->arena);
	if (stage->work_dir_fd >= 0)
		close(stage->work_dir_fd);
}
