/*
 * Runs a command and writes what it cost: launch RESULT COMMAND [ARG...].
 *
 * RESULT gets one line: wall, user and system seconds, peak memory in KB, exit
 * status (128 and the signal when one ended it).  Children that the command
 * waited for are included, the largest single process counts as the peak.
 *
 * This is a program of its own because a child's peak memory starts at that of
 * the process that forked it: behind an interpreter every small program would
 * seem to take the interpreter's.
 */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval time)
{
	return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
	struct rusage usage;
	double start;
	double wall;
	FILE *result;
	pid_t child;
	int status;

	if (argc < 3) {
		fputs("usage: launch RESULT COMMAND [ARG...]\n", stderr);
		return 2;
	}
	start = now();
	child = fork();
	if (child == 0) {
		execvp(argv[2], argv + 2);
		perror(argv[2]);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &usage) < 0) {
		perror("launch");
		return 2;
	}
	wall = now() - start;
	result = fopen(argv[1], "w");
	if (!result) {
		perror(argv[1]);
		return 2;
	}
	fprintf(result, "%.6f %.6f %.6f %ld %d\n", wall,
		seconds(usage.ru_utime), seconds(usage.ru_stime),
		usage.ru_maxrss,
		WIFEXITED(status) ? WEXITSTATUS(status)
				  : 128 + WTERMSIG(status));
	return fclose(result) == 0 ? 0 : 2;
}
