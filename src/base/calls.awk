# Makes the table of a library that is loaded only when it is needed, from the
# list of the functions that are called: a header that stands in for the
# library's own (kind=h), or its source (kind=c).
#
# usage: awk -v kind=h|c -v name=NAME -v header=HEADER -v soname=FILE calls.awk LIST

{ names[NR] = $1 }

END {
	print "/* Made by calls.awk from the list of calls. */"
	if (kind == "h")
		write_header()
	else
		write_source()
}

function write_header(  i) {
	print "#include <" header ">"
	print "#include \"base/lazy.h\"\n"
	print "struct jscan_calls_" name " {"
	for (i = 1; i <= NR; i++)
		print "\t__typeof__(" names[i] ") *" names[i] ";"
	print "};"
	print "extern struct jscan_calls_" name " jscan_calls_" name ";"
	print "extern struct jscan_lazy jscan_lazy_" name ";\n"
	for (i = 1; i <= NR; i++)
		print "#define " names[i] " (*jscan_calls_" name "." names[i] ")"
}

function write_source(  i) {
	print "#include \"calls_" name ".h\"\n"
	print "struct jscan_calls_" name " jscan_calls_" name ";\n"
	print "static const char *const names[] = {"
	for (i = 1; i <= NR; i++)
		print "\t\"" names[i] "\","
	print "};\n"
	print "struct jscan_lazy jscan_lazy_" name " = {"
	print "\t\"" soname "\", names, " NR ", &jscan_calls_" name "};"
}
