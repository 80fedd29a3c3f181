# Builds the distribution, a part of ./colonnade in a source checkout.

build_distribution() {
  command -v mvn >/dev/null || fail "Nothing is built yet and Maven is missing: install Maven (3.8 or newer), or unpack a distribution."
  [ -x "$(dirname "$(readlink -f "$java" 2>/dev/null || printf %s "$java")")/javac" ] ||
    fail "Nothing is built yet and this Java cannot compile: install a JDK 17 (not only its runtime), or set JAVA_HOME to one."
  mkdir -p "$root/target" 2>/dev/null && : >"$root/target/build.log" ||
    fail "The folder $root cannot be written, so nothing can be built there: give this account the right to, or unpack a distribution."
  say "Nothing is built yet: building. The first time fetches the libraries and takes some minutes."
  cd "$root" || exit 1
  mvn -B -Dmaven.test.skip=true -pl karaf-assembly/distribution -am package </dev/null 2>&1 |
    tee "$root/target/build.log" | progress
  if [ "${PIPESTATUS[0]}" -ne 0 ] || [ ! -f "$dist/colonnade" ]; then
    fail "The build failed: $(sed -n 's/^\[ERROR\] *//p' "$root/target/build.log" | head -n 1). All of it is in $root/target/build.log."
  fi
}

# One line a module; on a terminal also how much was fetched, because the first build is mostly that.
progress() {
  local line fetched=0
  while IFS= read -r line; do
    case $line in
      *'Downloaded from '*)
        fetched=$((fetched + 1))
        [ -t 1 ] && printf '\r  fetched %s files ' "$fetched"
        ;;
      '[INFO] Building '*'['*/*']')
        [ -t 1 ] && printf '\r\033[K'
        say "$line" | sed 's/^\[INFO\] Building \(.*[^ ]\)  *\[\([0-9/]*\)\]$/  \2  \1/'
        ;;
    esac
  done
}
