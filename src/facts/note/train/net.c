/*
 * The network of ../model.c in floating point, and its training: logistic loss,
 * single examples in a fixed order of random numbers, steps by AdaGrad (Duchi
 * and others, 2011), and features left out at random, so that no single word
 * decides.  Beside the weaknesses it learns what a sentence is about, which
 * only shapes the hidden cells, and whether it finds any fault.
 */
#include "facts/note/train/train.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HIDDEN	    JSCAN_MODEL_HIDDEN
#define KNOWN	    JSCAN_CATEGORY_KNOWN
#define ANY	    ((size_t)2 * KNOWN)
#define OUTPUTS	    (2 * KNOWN + 1) /* weaknesses, topics, any weakness */
#define ROUNDS	    14
#define AVERAGED    7 /* the last rounds, whose weights are averaged */
#define RATE	    0.03F
#define RATE_LOSS   0.8F /* of the rate, over all rounds */
#define LEFT_OUT    0.5F /* of the features of an example */
#define TOPIC_PART  0.3F /* of the loss */
#define ANY_PART    0.5F
#define SMALLEST    0.1F /* in the root of AdaGrad */
#define SEEN_LEAST  3	 /* a feature that comes once teaches nothing */
#define ROW_SCALE   60	 /* of a weight to a small integer */
#define LETTER_MOST 46

struct weight {
	float value;
	float squares; /* of its gradients */
	float sum;     /* of its values after the last rounds */
};

struct train_net {
	struct weight (*rows)[HIDDEN];
	struct weight cell_bias[HIDDEN];
	struct weight out[HIDDEN][OUTPUTS];
	struct weight bias[OUTPUTS];
	bool *is_seen; /* often enough, for each feature */
	uint32_t random;
};

/* What a single example does. */
struct pass {
	uint32_t *features;
	size_t count;
	float cells[HIDDEN], outputs[OUTPUTS];
	float cell_slopes[HIDDEN], slopes[OUTPUTS];
};

static uint32_t next_random(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

/* From -1 to 1. */
static float next_fraction(uint32_t *state)
{
	return (float)(next_random(state) >> 8) / (float)(1 << 23) - 1;
}

struct train_net *train_net_new(void)
{
	struct train_net *net = train_zeros(1, sizeof(*net));

	net->random = 12345;
	net->rows = train_zeros(train_feature_count() + 1, sizeof(*net->rows));
	net->is_seen = train_zeros(train_feature_count() + 1, 1);
	for (uint32_t i = 0; i <= train_feature_count(); i++) {
		for (unsigned k = 0; k < HIDDEN; k++)
			net->rows[i][k].value =
				0.025F * next_fraction(&net->random);
	}
	for (unsigned k = 0; k < HIDDEN; k++) {
		for (unsigned i = 0; i < OUTPUTS; i++)
			net->out[k][i].value =
				0.11F * next_fraction(&net->random);
	}
	for (unsigned i = 0; i < OUTPUTS; i++)
		net->bias[i].value = -2;
	return net;
}

void train_net_free(struct train_net *net)
{
	free(net->rows);
	free(net->is_seen);
	free(net);
}

static void run(const struct train_net *net, struct pass *pass, float scale)
{
	for (unsigned k = 0; k < HIDDEN; k++)
		pass->cells[k] = net->cell_bias[k].value;
	for (size_t i = 0; i < pass->count; i++) {
		const struct weight *row = net->rows[pass->features[i]];

		for (unsigned k = 0; k < HIDDEN; k++)
			pass->cells[k] += scale * row[k].value;
	}
	for (unsigned i = 0; i < OUTPUTS; i++)
		pass->outputs[i] = net->bias[i].value;
	for (unsigned k = 0; k < HIDDEN; k++) {
		if (pass->cells[k] <= 0)
			continue;
		for (unsigned i = 0; i < OUTPUTS; i++)
			pass->outputs[i] +=
				pass->cells[k] * net->out[k][i].value;
	}
}

static float get_slope(float odds, bool is_true)
{
	return 1 / (1 + expf(-odds)) - (is_true ? 1.0F : 0.0F);
}

/* How the loss goes with the outputs, and with the cells behind them. */
static void find_slopes(const struct train_net *net, struct pass *pass,
			const struct train_example *example)
{
	for (unsigned i = 0; i < KNOWN; i++) {
		pass->slopes[i] =
			get_slope(pass->outputs[i], example->labels >> i & 1);
		pass->slopes[KNOWN + i] =
			TOPIC_PART * get_slope(pass->outputs[KNOWN + i],
					       example->topics >> i & 1);
	}
	pass->slopes[ANY] =
		ANY_PART * get_slope(pass->outputs[ANY], example->labels != 0);
	for (unsigned k = 0; k < HIDDEN; k++) {
		float sum = 0;

		for (unsigned i = 0; i < OUTPUTS; i++)
			sum += pass->slopes[i] * net->out[k][i].value;
		pass->cell_slopes[k] = pass->cells[k] > 0 ? sum : 0;
	}
}

static void step(struct weight *weights, const float *slopes, size_t count,
		 float factor, float rate)
{
	for (size_t i = 0; i < count; i++) {
		float slope = factor * slopes[i];

		weights[i].squares += slope * slope;
		weights[i].value -=
			rate * slope / (sqrtf(weights[i].squares) + SMALLEST);
	}
}

static void learn(struct train_net *net, struct pass *pass,
		  const struct train_example *example, float rate)
{
	float scale = 1 / (1 - LEFT_OUT);

	pass->count = 0;
	for (uint32_t i = 0; i < example->count; i++) {
		if (net->is_seen[example->features[i]] &&
		    next_fraction(&net->random) >= 2 * LEFT_OUT - 1)
			pass->features[pass->count++] = example->features[i];
	}
	run(net, pass, scale);
	find_slopes(net, pass, example);
	for (unsigned k = 0; k < HIDDEN; k++) {
		if (pass->cells[k] > 0)
			step(net->out[k], pass->slopes, OUTPUTS, pass->cells[k],
			     rate);
	}
	step(net->bias, pass->slopes, OUTPUTS, 1, rate);
	for (size_t i = 0; i < pass->count; i++)
		step(net->rows[pass->features[i]], pass->cell_slopes, HIDDEN,
		     scale, rate);
	step(net->cell_bias, pass->cell_slopes, HIDDEN, 1, rate);
}

static void count_features(struct train_net *net,
			   const struct train_examples *examples,
			   const bool *used)
{
	uint32_t *counts = train_zeros(train_feature_count() + 1, sizeof(*counts));

	for (size_t i = 0; i < examples->count; i++) {
		const struct train_example *e = &examples->items[i];

		for (uint32_t k = 0; used[e->line] && k < e->count; k++)
			counts[e->features[k]]++;
	}
	for (uint32_t i = 1; i <= train_feature_count(); i++)
		net->is_seen[i] = counts[i] >= SEEN_LEAST;
	free(counts);
}

/* The first time adds the weights up, in the end takes the average. */
static void average(struct train_net *net, bool is_end)
{
	struct {
		struct weight *weights;
		size_t count;
	} layers[] = {
		{net->rows[0],
		 ((size_t)train_feature_count() + 1) * HIDDEN},
		{net->cell_bias, HIDDEN},
		{net->out[0], (size_t)HIDDEN * OUTPUTS},
		{net->bias, OUTPUTS},
	};

	for (size_t i = 0; i < sizeof(layers) / sizeof(layers[0]); i++) {
		for (size_t k = 0; k < layers[i].count; k++) {
			struct weight *weight = &layers[i].weights[k];

			weight->sum += weight->value;
			if (is_end)
				weight->value = weight->sum / AVERAGED;
		}
	}
}

void train_net_fit(struct train_net *net, const struct train_examples *examples,
		   const bool *used)
{
	uint32_t *order = train_resize(NULL, (examples->count + 1) * sizeof(*order));
	struct pass pass = {0};
	size_t count = 0;

	pass.features = train_resize(NULL, JSCAN_FEATURE_MOST * sizeof(*pass.features));
	count_features(net, examples, used);
	for (uint32_t i = 0; i < examples->count; i++) {
		if (used[examples->items[i].line])
			order[count++] = i;
	}
	for (unsigned round = 0; round < ROUNDS; round++) {
		float rate = RATE * (1 - RATE_LOSS * (float)round / ROUNDS);

		for (size_t i = count; i > 1; i--) {
			size_t k = next_random(&net->random) % i;
			uint32_t held = order[i - 1];

			order[i - 1] = order[k];
			order[k] = held;
		}
		for (size_t i = 0; i < count; i++)
			learn(net, &pass, &examples->items[order[i]], rate);
		if (round + AVERAGED >= ROUNDS)
			average(net, round + 1 == ROUNDS);
	}
	free(pass.features);
	free(order);
}

void train_net_score(const struct train_net *net,
		     const struct train_example *example,
		     float out[JSCAN_CATEGORY_KNOWN])
{
	uint32_t features[JSCAN_FEATURE_MOST];
	struct pass pass = {.features = features};

	for (uint32_t i = 0; i < example->count; i++) {
		if (net->is_seen[example->features[i]])
			features[pass.count++] = example->features[i];
	}
	run(net, &pass, 1);
	memcpy(out, pass.outputs, KNOWN * sizeof(*out));
}

static long clamp(float value, long most)
{
	long number = lroundf(value);

	return number > most ? most : number < -most ? -most : number;
}

/* What is written: the weaknesses, and last that there is any. */
static unsigned get_output(unsigned i)
{
	return i < KNOWN ? i : ANY;
}

static void write_layers(FILE *out, const struct train_net *net)
{
	fputs("# Made by train/ from the sentences there.\n", out);
	for (unsigned i = 0; i <= KNOWN; i++)
		fprintf(out, "%ld ",
			lroundf(net->bias[get_output(i)].value *
				JSCAN_MODEL_ONE));
	fputc('\n', out);
	for (unsigned k = 0; k < HIDDEN; k++)
		fprintf(out, "%ld ",
			lroundf(net->cell_bias[k].value * ROW_SCALE));
	fputc('\n', out);
	for (unsigned i = 0; i <= KNOWN; i++) {
		for (unsigned k = 0; k < HIDDEN; k++)
			fprintf(out, "%ld ",
				clamp(net->out[k][get_output(i)].value *
					      JSCAN_MODEL_ONE *
					      JSCAN_MODEL_OUT_PART / ROW_SCALE,
				      INT16_MAX));
		fputc('\n', out);
	}
}

uint32_t train_net_write(const struct train_net *net, const char *path)
{
	FILE *out = fopen(path, "w");
	uint32_t written = 0;

	if (!out) {
		perror(path);
		exit(1);
	}
	write_layers(out, net);
	for (uint32_t i = 1; i <= train_feature_count(); i++) {
		if (!net->is_seen[i])
			continue;
		fprintf(out, "%x ", train_feature_hash(i));
		for (unsigned k = 0; k < HIDDEN; k++)
			fputc((int)('P' +
				    clamp(net->rows[i][k].value * ROW_SCALE,
					  LETTER_MOST)),
			      out);
		fputc('\n', out);
		written++;
	}
	fclose(out);
	return written;
}
