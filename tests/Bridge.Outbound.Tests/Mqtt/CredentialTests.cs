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
    public void Options_never_print_the_password()
    {
        MqttOptions options = new() { ClientId = "bridge", WillTopic = "t", UserName = "bridge", Password = Secret };
        Assert.DoesNotContain(Secret, options.ToString(), StringComparison.Ordinal);
        Assert.Contains("bridge", options.ToString(), StringComparison.Ordinal);
    }
}
