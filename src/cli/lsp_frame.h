/*
 * Messages as editors send them: headers of which Content-Length counts, an
 * empty line, and a body of so many bytes.
 */
#ifndef JSCAN_CLI_LSP_FRAME_H
#define JSCAN_CLI_LSP_FRAME_H

#include <stdbool.h>
#include <stddef.h>

#define JSCAN_FRAME_MOST_BYTES	((size_t)32 << 20) /* of one body */
#define JSCAN_FRAME_MOST_HEADER ((size_t)8 << 10)

struct jscan_frames {
	int fd;
	char *bytes; /* read, and not taken yet: from `start` to `end` */
	size_t start, end, room;
	size_t seen;	 /* bytes of a header that hold no end of it */
	size_t body_len; /* of the message whose header was read */
	bool has_header;
	unsigned long long skip; /* bytes to come of one that is too big */
	bool is_at_end;
};

enum jscan_frame_result {
	JSCAN_FRAME_READY,
	JSCAN_FRAME_NONE,    /* nothing whole has come yet */
	JSCAN_FRAME_BAD,     /* a header without a usable length: left out */
	JSCAN_FRAME_TOO_BIG, /* its body is left out as it comes */
	JSCAN_FRAME_END
};

void jscan_frames_init(struct jscan_frames *frames, int fd);
void jscan_frames_release(struct jscan_frames *frames);

/*
 * Takes the next message; *body lives until the next call.  Without
 * `is_waiting` only what has come already is looked at.
 */
enum jscan_frame_result jscan_frames_next(struct jscan_frames *frames,
					  const char **body, size_t *len,
					  bool is_waiting);

/* Returns 0, or -1 when the other end is gone. */
int jscan_frame_write(int fd, const char *body, size_t len);

#endif
