/*
 * Takes from a thread what reading notes never needs.  The words of a note come
 * from strangers and pass large parsers; should one of them be led astray, the
 * system refuses it the network, programs, writing, and reading elsewhere.
 *
 * It is a second fence: memory and open files are those of the whole process.
 */
#ifndef JSCAN_BASE_SANDBOX_H
#define JSCAN_BASE_SANDBOX_H

enum {
	JSCAN_SANDBOX_FILES = 1, /* Landlock: what may be opened */
	JSCAN_SANDBOX_CALLS = 2	 /* seccomp: which calls there are */
};

/*
 * Holds the calling thread, and what it starts, until it ends; other threads
 * are as they were.  From then on it opens nothing for writing, and for reading
 * only what lies in the open folder `folder_fd`, or anything when that is -1.
 * It changes no name or mode in any folder, and has no sockets, no programs
 * and no view of other processes.
 *
 * Returns what is in force, of the values above: 0 where the system has
 * neither, or in a build with sanitizers, whose reports need files and
 * programs.  errno is left alone.
 */
unsigned jscan_sandbox_enter(int folder_fd);

/* What jscan_sandbox_enter() would return here. */
unsigned jscan_sandbox_probe(void);

#endif
