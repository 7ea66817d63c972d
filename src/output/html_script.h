/* The script of the HTML report. */
#ifndef JSCAN_OUTPUT_HTML_SCRIPT_H
#define JSCAN_OUTPUT_HTML_SCRIPT_H

/* Pieces that follow each other; NULL ends them. */
extern const char *const jscan_html_script[];

/* What a Content-Security-Policy calls it: sha256-… */
extern const char jscan_html_script_hash[];

#endif
