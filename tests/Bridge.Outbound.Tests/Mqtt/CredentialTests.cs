using Bridge.Outbound.Mqtt;
using Bridge.Outbound.Tests.Brokers;

namespace Bridge.Outbound.Tests.Mqtt;

public sealed class CredentialTests
{
    private const string Secret = "canary-secret-58213";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("bridge-tower-1", Secret, true, "right")]
    [InlineData("bridge-tower-1", "wrong", false, "wrong password")]
    [InlineData("somebody", Secret, false, "unknown user")]
    [InlineData(null, null, false, "none given")]
    public async Task Table(string? user, string? password, bool welcome, string why)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("passwords", "");
        string tool = ExternalProgram.Require("/usr/bin/mosquitto_passwd", "/usr/local/bin/mosquitto_passwd");
        using (System.Diagnostics.Process setting = ExternalProgram.Start(tool, ["-b", file, "bridge-tower-1", Secret]))
        {
            await setting.WaitForExitAsync(Token);
        }

        await using MosquittoBroker broker = await MosquittoBroker.StartAsync($"allow_anonymous false\npassword_file {file}", Token);
        await using MqttChannel channel = new(broker.Bridge("tower-1") with { UserName = user, Password = password }, TimeProvider.System);
        ConnectResult result = await channel.ConnectAsync(Token);
        Assert.True(result is ConnectResult.Connected == welcome, $"{why}: {result}");
        if (!welcome)
        {
            Assert.StartsWith("credentials: ", Assert.IsType<ConnectResult.Refused>(result).Reason, StringComparison.Ordinal);
            Assert.True(channel.Disconnected.IsCompleted);
        }
    }

    [Fact]
    public async Task A_password_file_that_is_missing_refuses_the_attempt_and_is_used_as_soon_as_it_is_there()
    {
        using TemporaryFolder folder = new();
        await using EmbeddedTestBroker broker = await EmbeddedTestBroker.StartAsync("tower-1", Token);
        MqttOptions known = broker.Bridge("tower-1");
        string file = folder.File("password");
        await using MqttChannel channel = new(known with { Password = null, PasswordFile = file }, TimeProvider.System);
        Assert.Contains(file, Assert.IsType<ConnectResult.Refused>(await channel.ConnectAsync(Token)).Reason, StringComparison.Ordinal);
        folder.Write("password", "");
        Assert.Contains("is empty", Assert.IsType<ConnectResult.Refused>(await channel.ConnectAsync(Token)).Reason, StringComparison.Ordinal);
        folder.Write("password", "wrong");
        Assert.IsType<ConnectResult.Refused>(await channel.ConnectAsync(Token));
        folder.Write("password", known.Password + "\n");
        Assert.IsType<ConnectResult.Connected>(await channel.ConnectAsync(Token));
    }

    [Fact]
    public void Options_never_print_the_password()
    {
        MqttOptions options = new() { ClientId = "bridge", WillTopic = "t", UserName = "bridge", Password = Secret };
        Assert.DoesNotContain(Secret, options.ToString(), StringComparison.Ordinal);
        Assert.Contains("bridge", options.ToString(), StringComparison.Ordinal);
    }
}
