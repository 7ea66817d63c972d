/* The user's editor. */
#ifndef JSCAN_CLI_EDITOR_H
#define JSCAN_CLI_EDITOR_H

/*
 * Opens a file in the editor that the environment names, and waits for it.
 * Returns 0, or -1 after a message.
 */
int jscan_editor_open(const char *path);

#endif
