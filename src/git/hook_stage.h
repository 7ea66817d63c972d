/*
 * What the files of the hook (git/hook*.c) share; nothing outside includes it.
 */
#ifndef JSCAN_GIT_HOOK_STAGE_H
#define JSCAN_GIT_HOOK_STAGE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/hash.h"
#include "git/branch.h"
#include "git/checkin.h"
#include "git/hook.h"
#include "git/hook_note.h"
#include "git/index.h"
#include "git/lock.h"
#include "git/repository.h"

/* One report on its way into a commit. */
struct jscan_stage {
	const struct jscan_hook_report *report;
	struct jscan_repository *repository;
	struct jscan_arena arena;
	const struct jscan_index *index; /* as it was read */
	struct jscan_checkin *checkin;
	struct jscan_lock lock;
	struct jscan_branch branch;
	const char *path; /* of the report, from the top */
	bool has_old;	  /* the index has a report */
	unsigned char old[JSCAN_SHA1_BYTES];
	bool has_head; /* the last commit has one */
	unsigned char head[JSCAN_SHA1_BYTES];
	unsigned char new[JSCAN_SHA1_BYTES];
	uint32_t mode;
	struct jscan_hook_note note; /* of a commit of some paths alone */
	bool has_file;		     /* *st is that of the new report on disk */
	struct stat st;
	int work_dir_fd;
};

void jscan_stage_init(struct jscan_stage *stage,
		      struct jscan_repository *repository);

/* Opens the folder of the notes' files, from which paths of the index lead. */
int jscan_stage_open_work_dir(struct jscan_stage *stage,
			      struct jscan_error *err);

/* Gives back all but the repository. */
void jscan_stage_release(struct jscan_stage *stage);

#endif
