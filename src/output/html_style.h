/* The style sheet of the HTML report. */
#ifndef JSCAN_OUTPUT_HTML_STYLE_H
#define JSCAN_OUTPUT_HTML_STYLE_H

/* Pieces that follow each other; NULL ends them. */
extern const char *const jscan_html_style[];

/* What a Content-Security-Policy calls it: sha256-… */
extern const char jscan_html_style_hash[];

#endif
