package hotline.node.officer;

import hotline.record.signature.Algorithm;
import hotline.record.signature.PublicKey;
import hotline.record.signature.Signer;
import hotline.record.statement.LineId;
import hotline.record.statement.Officer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One press of an officer under way: what it does runs in a thread of its own, once, and stops
 * wherever something is to be said, until the officer's browser has signed exactly that. A browser
 * that does not answer in time is not waited for: the node signs alone.
 *
 * @param <T> what comes of the press
 */
public final class Draft<T> implements InnerSigning {
  /** So long what is urgent waits for a signature. */
  public static final Duration URGENT = Duration.ofMillis(300);

  /** So long everything else does. */
  public static final Duration ROUTINE = Duration.ofSeconds(5);

  /** Longer than anything that a form does. */
  private static final Duration DONE_WITHIN = Duration.ofMinutes(2);

  /**
   * A key that the party has enrolled for one of its people.
   *
   * @param officer as the party calls the person
   */
  public record Key(String officer, PublicKey key) {}

  /** The signature did not come. */
  private static final class NotGiven extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final String form;
  private final @Nullable Key key;
  private final SecureRandom random;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** What is to be signed now; guarded by the lock, as are the two below. */
  private byte @Nullable [] asked;

  private byte @Nullable [] given;
  private boolean alone;

  /**
   * Of a form.
   *
   * @param form its address
   * @param key whose signature is asked for; null: nobody's
   */
  Draft(String form, @Nullable Key key, SecureRandom random) {
    this.form = form;
    this.key = key;
    this.random = random;
    this.alone = key == null;
  }

  /** The address of the form that was pressed. */
  public String form() {
    return form;
  }

  void start(Supplier<T> action) {
    Thread _ =
        Thread.ofVirtual()
            .name("press " + form)
            .start(() -> ScopedValue.where(InnerSigning.PRESS, this).run(() -> act(action)));
  }

  private void act(Supplier<T> action) {
    try {
      result.complete(action.get());
    } catch (RuntimeException | Error failed) {
      result.completeExceptionally(failed);
    } finally {
      alone();
    }
  }

  @Override
  public Optional<Officer> sign(LineId line, Officer.Act act, long timeUs, boolean urgent)
      throws WrongSignature {
    Key by = key;
    if (by == null) {
      return Optional.empty();
    }
    byte[] nonce = new byte[Officer.NONCE_BYTES];
    random.nextBytes(nonce);
    Officer officer;
    try {
      officer = Officer.sign(browser(by, urgent ? URGENT : ROUTINE), line, nonce, timeUs, act);
    } catch (NotGiven none) {
      return Optional.empty();
    }
    if (officer.signedBy(by.key(), act)) {
      return Optional.of(officer);
    }
    if (urgent) {
      return Optional.empty();
    }
    throw new WrongSignature(by.officer());
  }

  private Signer browser(Key by, Duration atMost) {
    return new Signer() {
      @Override
      public PublicKey publicKey() {
        return by.key();
      }

      @Override
      public byte[] sign(byte[] message) {
        return ask(message, atMost);
      }
    };
  }

  private byte[] ask(byte[] message, Duration atMost) {
    lock.lock();
    try {
      asked = message.clone();
      given = null;
      changed.signalAll();
      long leftNs = atMost.toNanos();
      while (given == null && !alone && leftNs > 0) {
        leftNs = changed.awaitNanos(leftNs);
      }
      byte[] signature = given;
      if (signature == null) {
        alone = true;
        throw new NotGiven();
      }
      return signature;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      alone = true;
      throw new NotGiven();
    } finally {
      asked = null;
      changed.signalAll();
      lock.unlock();
    }
  }

  /** What is to be signed next; waits for it. Empty: nothing any more. */
  public Optional<byte[]> next() throws InterruptedException {
    lock.lock();
    try {
      long leftNs = DONE_WITHIN.toNanos();
      while (asked == null && !alone && leftNs > 0) {
        leftNs = changed.awaitNanos(leftNs);
      }
      return Optional.ofNullable(asked).map(byte[]::clone);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes the signature over what was asked for, and waits for what is to be signed next; one that
   * nobody waits for is left aside.
   */
  public Optional<byte[]> give(byte[] signature) throws InterruptedException {
    lock.lock();
    try {
      if (asked != null) {
        // What has not the length of a signature is none, and is refused as a wrong one.
        given =
            signature.length == Algorithm.SIGNATURE_BYTES
                ? signature.clone()
                : new byte[Algorithm.SIGNATURE_BYTES];
        asked = null;
        changed.signalAll();
      }
      return next();
    } finally {
      lock.unlock();
    }
  }

  /** From here on the node signs alone. */
  void alone() {
    lock.lock();
    try {
      alone = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * What came of the press; what is not signed by now is said by the node alone.
   *
   * @throws IllegalStateException if it takes for ever
   */
  public T result() throws InterruptedException {
    alone();
    try {
      return result.get(DONE_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("the form failed", failed.getCause());
    } catch (TimeoutException late) {
      throw new IllegalStateException("the form is not done", late);
    }
  }
}
