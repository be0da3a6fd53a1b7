# Reference values for within-employer ratios and time-dummy indexes: base R's lm with factors, clusters left out by hand.
# Run from the repository's root: Rscript test/reference/fixed-effects.R
# Needs R >= 4.2 (Debian: r-base-core).
set.seed(20250502)

# --- Ratio of two levels within employer and group -------------------------------------------------------------------
employers <- 14
size <- pmax(2, round(6 * exp(0.8 * rnorm(employers))))
employer <- rep(seq_len(employers), size)
group <- sample(c("x", "y"), length(employer), replace = TRUE)
higher <- runif(length(employer)) < 0.4
effect <- 0.3 * rnorm(employers)
own_ratio <- 0.2 + 0.08 * rnorm(employers)
logpay <- round(11.5 + effect[employer] + (group == "y") * 0.1 + own_ratio[employer] * higher +
  0.1 * rnorm(length(employer)), 6)
cell <- paste(employer, group)

# Precision of an employer's contrasts, from the numbers of rows alone.
lower_count <- tapply(!higher, cell, sum)
higher_count <- tapply(higher, cell, sum)
precision <- tapply(lower_count * higher_count / (lower_count + higher_count), sub(" .*", "", names(lower_count)), sum)
precision <- precision[precision > 0]

slope <- function(keep, weight) {
  data <- data.frame(logpay, higher = as.numeric(higher), cell, weight)[keep, ]
  unname(coef(lm(logpay ~ higher + factor(cell), data = data, weights = weight))["higher"])
}
ratio_at <- function(damping) {
  weight <- precision[as.character(employer)]^-damping
  inside <- !is.na(weight)
  estimate <- slope(inside, weight)
  left_out <- vapply(names(precision), function(e) slope(inside & employer != as.integer(e), weight), 0)
  count <- length(precision)
  error <- sqrt((count - 1) / count * sum((left_out - estimate)^2))
  total <- precision^(1 - damping)
  list(
    damping = damping, logRatio = estimate, standardError = error, df = count - 1, employers = count,
    effectiveEmployers = sum(total)^2 / sum(total^2), low = estimate - qt(0.95, count - 1) * error,
    high = estimate + qt(0.95, count - 1) * error
  )
}

# --- Index of pay, neighbouring periods, chained ---------------------------------------------------------------------
rows <- 260
clusters <- 20
cluster <- sample(clusters, rows, replace = TRUE)
period <- sample(0:4, rows, replace = TRUE, prob = c(1, 2, 3, 3, 4))
cells <- sample(12, rows, replace = TRUE)
y <- round(11 + 0.2 * rnorm(12)[cells] + 0.05 * rnorm(clusters)[cluster] + 0.03 * period + 0.08 * rnorm(rows), 6)
w <- round(runif(rows, 0.5, 2), 3)
change <- function(from, keep) {
  data <- data.frame(y, later = as.numeric(period == from + 1), cell = cells, w)[keep & period %in% c(from, from + 1), ]
  unname(coef(lm(y ~ later + factor(cell), data = data, weights = w))["later"])
}
chain <- function(keep) cumsum(vapply(0:3, change, 0, keep = keep))
everything <- rep(TRUE, rows)
index <- chain(everything)
without <- vapply(seq_len(clusters), function(k) chain(cluster != k), numeric(4))
index_error <- sqrt((clusters - 1) / clusters * rowSums((without - index)^2))

number <- function(x) {
  if (is.list(x)) return(if (is.null(names(x))) array(x) else object(x))
  if (is.character(x)) return(paste0("[", paste(sprintf("\"%s\"", x), collapse = ", "), "]"))
  if (is.logical(x)) return(paste0("[", paste(tolower(x), collapse = ", "), "]"))
  if (length(x) > 1) paste0("[", paste(vapply(x, number, ""), collapse = ", "), "]") else trimws(formatC(x, digits = 17, format = "g"))
}
array <- function(x) paste0("[", paste(vapply(x, number, ""), collapse = ", "), "]")
object <- function(x) paste0("{", paste(sprintf("\"%s\": %s", names(x), vapply(x, number, "")), collapse = ", "), "}")
writeLines(c(
  "{",
  sprintf("\"versions\": {\"r\": \"%s\"},", R.version$version.string),
  sprintf("\"ratio\": %s,", object(list(
    employer = employer, group = group, higher = higher, logPay = logpay, at = list(ratio_at(0), ratio_at(0.5), ratio_at(1))
  ))),
  sprintf("\"index\": %s", object(list(
    logPay = y, period = period, cell = cells, cluster = cluster, weight = w, logIndex = index, standardError = index_error,
    df = clusters - 1
  ))),
  "}"
), "test/reference/fixed-effects.json")
