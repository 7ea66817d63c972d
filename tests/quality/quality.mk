# Measures how well notes are read, on labelled samples.
JSCAN_SHARED ?= ../shared
QUALITY_NOTES := $(BUILD)/quality/read_notes

$(BUILD)/quality/%: tests/quality/%.c $(LIBRARY)
	@mkdir -p $(@D)
	@[ $(V) = 1 ] || echo "  TOOL  $*"
	$(Q)$(CC) $(CPPFLAGS) $(OUR_CFLAGS) $(PKG_CFLAGS) $(CFLAGS) \
		$(OUR_LDFLAGS) -pie $(LDFLAGS) -o $@ $< $(LIBRARY) $(PKG_LIBS) \
		-lpthread

.PHONY: quality quality-notes quality-dates quality-journals
#: make quality       precision and recall of the reading, on labelled samples
quality: quality-notes quality-dates quality-journals

quality-notes: $(QUALITY_NOTES)
	@python3 tests/quality/score_notes.py $(QUALITY_NOTES) \
		$(sort $(wildcard tests/quality/*.tsv)) \
		$(wildcard $(JSCAN_SHARED)/data/sentences.tsv)

QUALITY_DATES := $(BUILD)/quality/read_dates
DATE_CASES = $(wildcard tests/quality/dates.jsonl \
	$(JSCAN_SHARED)/data/dates-dev.jsonl \
	$(JSCAN_SHARED)/data/dates-dev-sentences.jsonl)

quality-dates: $(QUALITY_DATES)
	@python3 tests/quality/score_dates.py $(QUALITY_DATES) $(DATE_CASES) \
		--errors 10 --none $(sort $(wildcard tests/quality/*.tsv)) \
		--dated tests/quality/dated.txt

# What the program's own reports say, as a user has them.
quality-journals: $(PROGRAM)
	@python3 tests/quality/score_journals.py $(PROGRAM) \
		$(sort $(wildcard tests/quality/*/gold.jsonl)) \
		$(wildcard $(JSCAN_SHARED)/data/journals/gold.jsonl) \
		--day-first tobias --day-first adaeze --day-first winifred \
		--day-first grace

# The model of the reading, made again from its sentences.
NOTE_TRAIN := $(BUILD)/quality/train
$(NOTE_TRAIN): $(wildcard src/facts/note/train/*.[ch]) $(LIBRARY)
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(OUR_CFLAGS) $(PKG_CFLAGS) $(CFLAGS) \
		$(OUR_LDFLAGS) -pie $(LDFLAGS) -MF $@.d -o $@ $(filter %.c,$^) \
		$(LIBRARY) $(PKG_LIBS) -lpthread -lm

.PHONY: train-notes
#: make train-notes   the weights of the reading from its training sentences
train-notes: $(NOTE_TRAIN)
	$(Q)$(NOTE_TRAIN) -w src/facts/note/weights.txt \
		$(sort $(wildcard src/facts/note/train/*.txt))
