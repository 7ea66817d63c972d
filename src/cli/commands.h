/* What each command does, one file each; all return the exit status. */
#ifndef JSCAN_CLI_COMMANDS_H
#define JSCAN_CLI_COMMANDS_H

#include "cli/args.h"
#include "cli/options.h"

enum jscan_exit jscan_cmd_scan(const struct jscan_args *args);
enum jscan_exit jscan_cmd_check(const struct jscan_args *args);
enum jscan_exit jscan_cmd_due(const struct jscan_args *args);
enum jscan_exit jscan_cmd_contacts(const struct jscan_args *args);
enum jscan_exit jscan_cmd_weaknesses(const struct jscan_args *args);
enum jscan_exit jscan_cmd_prep(const struct jscan_args *args);
enum jscan_exit jscan_cmd_why(const struct jscan_args *args);
enum jscan_exit jscan_cmd_draft(const struct jscan_args *args);
enum jscan_exit jscan_cmd_done(const struct jscan_args *args);
enum jscan_exit jscan_cmd_snooze(const struct jscan_args *args);
enum jscan_exit jscan_cmd_new(const struct jscan_args *args);
enum jscan_exit jscan_cmd_export(const struct jscan_args *args);
enum jscan_exit jscan_cmd_log(const struct jscan_args *args);
enum jscan_exit jscan_cmd_diff(const struct jscan_args *args);
enum jscan_exit jscan_cmd_init(const struct jscan_args *args);
enum jscan_exit jscan_cmd_hook(const struct jscan_args *args);
enum jscan_exit jscan_cmd_lsp(const struct jscan_args *args);
enum jscan_exit jscan_cmd_cache(const struct jscan_args *args);
enum jscan_exit jscan_cmd_config(const struct jscan_args *args);
enum jscan_exit jscan_cmd_help(const struct jscan_args *args);
enum jscan_exit jscan_cmd_version(const struct jscan_args *args);

#endif
