package hotline.cli;

import static hotline.cli.Cli.done;
import static hotline.cli.Cli.refused;
import static hotline.cli.Cli.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/operations.md tells a person to type to set up officers. */
class OfficerCommandsTest {
  @TempDir private Path data;

  @Test
  void peopleAreAddedChangedAndLetInNoMore() throws IOException {
    assertThat(done("officer list --data", data).out()).contains("No officers are set up");
    Path password = data.resolve("anna.txt");
    Files.writeString(password, "correct horse battery\n");
    assertThat(
            done(
                    "officer add --data",
                    data,
                    "anna --officer",
                    text("Anna K."),
                    "--role officer --password-file",
                    password)
                .out())
        .contains("Anna K.", "may sign in");
    assertThat(refused("officer add --data", data, "anna --role viewer").err()).contains("already");
    assertThat(refused("officer add --data", data, "boris --role emperor").err())
        .contains("choose one of officer, supervisor");
    assertThat(refused("officer add --data", data, "Boris --role viewer").err())
        .contains("small letters");
    assertThat(
            refused(
                    "officer add --data",
                    data,
                    "boris --role viewer --officer",
                    text("Boris\u202e"))
                .err())
        .contains("cannot be seen");
    done("officer role --data", data, "anna supervisor");
    String secret = done("officer totp --data", data, "anna").out();
    assertThat(secret).contains("otpauth://totp/", "not shown again");
    assertThat(done("officer list --data", data).out())
        .contains("supervisor", "asked for")
        .doesNotContain("correct horse");
    Files.writeString(password, "too short\n");
    assertThat(refused("officer password --data", data, "anna --password-file", password).err())
        .contains("12 to 200");
    done("officer disable --data", data, "anna");
    assertThat(done("officer list --data", data).out()).contains("disabled");
    assertThat(refused("officer disable --data", data, "nobody").err()).contains("no account");
    assertThat(done("officer audit --data", data).out())
        .contains("added", "role-supervisor", "code", "disabled", "command-line");
  }
}
